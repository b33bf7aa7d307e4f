import { Client } from 'pg';
import { HEAD_OF_COPY, linkCopies } from './link-copies';

/** A table whose rows are copied with their tickets, and what is different about a copy. */
interface CopiedTable {
  readonly table: string;
  readonly ticket: 'id' | 'ticket_id';
  /** Column → expression; `r` is the row, `c` the copy. */
  readonly changed: Readonly<Record<string, string>>;
}

// An id of a copy is the copy's own 24 characters and an end derived from the id it was copied from, so that all ids
// of one copy differ from those of another in the beginning only.
const copyOf = (id: string): string =>
  `case when ${id} is null then null else (c.prefix || substr(md5(${id}::text), 1, 12))::uuid end`;

const TICKET_ID = { ticket_id: copyOf('r.ticket_id') };

const TICKETS: readonly CopiedTable[] = [
  { table: 'ticket', ticket: 'id', changed: { id: copyOf('r.id'), number: "r.number || '-' || c.copy" } },
  { table: 'ticket_clock', ticket: 'ticket_id', changed: { id: copyOf('r.id'), ...TICKET_ID } },
  { table: 'ticket_holding', ticket: 'ticket_id', changed: { clock_id: copyOf('r.clock_id'), ...TICKET_ID } },
  { table: 'ticket_request', ticket: 'ticket_id', changed: { id: copyOf('r.id'), ...TICKET_ID } },
  { table: 'ticket_assist', ticket: 'ticket_id', changed: { clock_id: copyOf('r.clock_id'), ...TICKET_ID } },
  { table: 'ticket_item', ticket: 'ticket_id', changed: TICKET_ID },
  { table: 'escalation', ticket: 'ticket_id', changed: { id: copyOf('r.id'), ...TICKET_ID } },
];
const LEDGER: CopiedTable = { table: 'ledger', ticket: 'ticket_id', changed: TICKET_ID };
const HISTORY: readonly CopiedTable[] = [
  { table: 'ticket_event', ticket: 'ticket_id', changed: TICKET_ID },
  { table: 'ticket_text', ticket: 'ticket_id', changed: TICKET_ID },
  LEDGER,
];

/** The events come from {@link linkCopies}, and the row of the ticket says where its chain ends. */
const CHAINED: readonly CopiedTable[] = [
  ...TICKETS.map((copied) =>
    copied.table === 'ticket'
      ? { ...copied, changed: { ...copied.changed, head_hash: HEAD_OF_COPY } }
      : copied,
  ),
  LEDGER,
];

export interface CopyOrder {
  /** Tickets there shall be in the end. */
  readonly upTo: number;
  /** Events and figures too; the queues do not read them. `chained`: with hashes of their own, as if they had been written. */
  readonly withHistory: boolean | 'chained';
  /** Which tickets are copied, as a condition on the ticket `t`; absent → all. */
  readonly source?: string;
  /** The copies keep the times of their original; absent → they are spread over three weeks. */
  readonly sameTimes?: boolean;
}

/** Fills the database with copies of the tickets in it, in one pass of plain SQL. Needs a superuser. */
export async function copyTickets(connectionString: string, order: CopyOrder): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    // Copies of valid rows are valid: no foreign key is looked at, and nothing is lost if the bench dies.
    await client.query(
      "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '64MB'",
    );
    await client.query(copyList(order));
    if (order.withHistory === 'chained') await linkCopies(client, copyOf('c.original'));
    for (const copied of copiedTables(order)) await client.query(await copyStatement(client, copied));
    if (order.withHistory) await client.query(WAITING);
    await client.query('drop table bench_copy');
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

function copiedTables({ withHistory }: CopyOrder): readonly CopiedTable[] {
  if (withHistory === 'chained') return CHAINED;
  return withHistory ? [...TICKETS, ...HISTORY] : TICKETS;
}

// What has been rolled up of the original has not been of its copy.
const WAITING = `
insert into ledger_tail (ticket_id, seq, part)
select l.ticket_id, l.seq, l.part from bench_copy c join ledger l on l.ticket_id = ${copyOf('c.original')}`;

/** Copies stand earlier than their original by up to three weeks, so that no two tickets share all their times. */
const SPREAD_MINUTES = 21 * 24 * 60;

const copyList = ({ upTo, source = 'true', sameTimes = false }: CopyOrder): string => `
create temp table bench_copy as
with source as (select t.id from ticket t where t.number !~ '-.*-' and ${source}),
wanted as (select greatest(${String(upTo)} - (select count(*) from ticket), 0) as copies),
place as (select coalesce(max(substring(number from '-.*-([0-9]+)$')::bigint), 0) as last from ticket)
select s.id as original, substr(uuidv7()::text, 1, 24) as prefix, (select last from place) + n as copy,
  n * 7919 % ${String(sameTimes ? 1 : SPREAD_MINUTES)} * interval '1 minute' as earlier
from (select id, row_number() over (order by md5(id::text)) - 1 as position, count(*) over () as of from source) s
cross join lateral generate_series(s.position + 1, (select copies from wanted), s.of) n
order by n`;

const TIME = 'timestamp with time zone';

async function copyStatement(client: Client, { table, ticket, changed }: CopiedTable): Promise<string> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, atttypid::regtype::text as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = rows.map(
    ({ name, type }) => changed[name] ?? (type === TIME ? `r.${name} - c.earlier` : `r.${name}`),
  );
  return `insert into ${table} (${names.join(', ')})
    select ${values.join(', ')} from bench_copy c join ${table} r on r.${ticket} = c.original`;
}
