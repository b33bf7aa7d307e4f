/** The fourth of our advisory locks (ADR 0017): every transaction that can post holds it from before it reads the time. */
const WRITING = [20231020, 4] as const;

/** Taken first thing in a transaction, shared: it keeps nobody waiting and ends with the transaction. */
export const BEGUN = `select pg_advisory_xact_lock_shared(${WRITING.join(', ')})`;

const HELD = `
select virtualtransaction as id from pg_locks
 where locktype = 'advisory' and granted and objsubid = 2 and classid = ${String(WRITING[0])} and objid = ${String(WRITING[1])}
   and database = (select oid from pg_database where datname = current_database())`;

/** Which of these transactions are still open; which are, for null. `pg_locks` shows them to every role. */
export const STILL_OPEN = `select id from (${HELD}) held where $1::text[] is null or id = any($1::text[])`;
