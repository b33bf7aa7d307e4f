import type { Statement } from '../database/database';

export const CLAIM_KEY: Statement = {
  name: 'idempotency-claim',
  text: 'insert into idempotency (actor_id, key, request_hash) values ($1, $2, $3) on conflict do nothing',
};

export const STORED_ANSWER: Statement = {
  name: 'idempotency-answer',
  text: 'select request_hash, status, body from idempotency where actor_id = $1 and key = $2',
};

export const STORE_ANSWER: Statement = {
  name: 'idempotency-store',
  text: 'update idempotency set status = $3, body = $4 where actor_id = $1 and key = $2',
};

/** The consumer's own transaction finishes its messages: a second delivery finds them finished. */
export const FINISH_OUTBOX: Statement = {
  name: 'outbox-finish',
  text: `update outbox set finished_at = clock_timestamp() where id = any($1::uuid[]) and finished_at is null
returning id`,
};

export const WRITE_NOTICES: Statement = {
  name: 'notice-write',
  text: `
insert into notice (id, ticket_id, seq, recipient_id, kind, text, at)
select id, ticket_id, seq, recipient_id, kind, text, at from json_populate_recordset(null::notice, $1::json)
on conflict on constraint notice_once do nothing`,
};
