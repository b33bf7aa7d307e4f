import type { Statement } from '../database/database';
import { LEDGER_COLUMNS } from './ledger.mapper';
import { CLOCK_COLUMN_NAMES, HOLDING_COLUMN_NAMES, TICKET_COLUMN_NAMES } from './ticket.mapper';

const list = (columns: readonly string[]): string => columns.join(', ');

const excluded = (columns: readonly string[], keys: readonly string[]): string =>
  columns
    .filter((column) => !keys.includes(column))
    .map((column) => `${column} = excluded.${column}`)
    .join(', ');

// json, not jsonb: json_populate keeps the text of "data" to the letter, and that text is what was hashed.
const EVENTS = `
event_rows as (
  insert into ticket_event (ticket_id, seq, type, at, actor_kind, actor_id, data, hash)
  select ticket_id, seq, type, at, actor_kind, actor_id, data, hash
  from json_populate_recordset(null::ticket_event, $2::json)
),
outbox_rows as (
  insert into outbox (id, ticket_id, seq, job)
  select id, ticket_id, seq, job from json_populate_recordset(null::outbox, $3::json)
)`;

// The business day of collection is a Shanghai date, whatever the session's time zone.
const LEDGER = `
ledger_rows as (
  insert into ledger (${list(LEDGER_COLUMNS)})
  select ${list(LEDGER_COLUMNS.map((column) => (column === 'collected_on' ? `(x.collected_at at time zone 'Asia/Shanghai')::date` : `r.${column}`)))}
  from json_array_elements($4::json) as e
  cross join lateral json_populate_record(null::ledger, e) as r
  cross join lateral json_to_record(e) as x (collected_at timestamptz)
)`;

/** A new ticket with its first event, postings and messages, in one round trip. */
export const INSERT_TICKET: Statement = {
  name: 'ticket-insert',
  text: `
with ${EVENTS.trim()}, ${LEDGER.trim()}
insert into ticket (${list(TICKET_COLUMN_NAMES)})
select ${list(TICKET_COLUMN_NAMES)} from json_populate_record(null::ticket, $1::json)`,
};

/** A changed ticket with everything that hangs on it, in one round trip. */
export const UPDATE_TICKET: Statement = {
  name: 'ticket-update',
  text: `
with ${EVENTS.trim()}, ${LEDGER.trim()},
clock_rows as (
  insert into ticket_clock (${list(CLOCK_COLUMN_NAMES)})
  select ${list(CLOCK_COLUMN_NAMES)} from json_populate_recordset(null::ticket_clock, $5::json)
  on conflict (id) do update set ${excluded(CLOCK_COLUMN_NAMES, ['id', 'ticket_id', 'ordinal'])}
),
holding_rows as (
  insert into ticket_holding (${list(HOLDING_COLUMN_NAMES)})
  select ${list(HOLDING_COLUMN_NAMES)} from json_populate_recordset(null::ticket_holding, $6::json)
  order by ordinal
  on conflict (ticket_id, ordinal) do update set ${excluded(HOLDING_COLUMN_NAMES, ['ticket_id', 'ordinal'])}
),
text_rows as (
  insert into ticket_text (ticket_id, seq, texts, salt)
  select ticket_id, seq, texts, salt from json_populate_recordset(null::ticket_text, $7::json)
),
escalation_rows as (
  insert into escalation (id, ticket_id, seq, round, from_tier, to_tier, cause, at)
  select id, ticket_id, seq, round, from_tier, to_tier, cause, at
  from json_populate_recordset(null::escalation, $8::json)
)
update ticket t set (${list(TICKET_COLUMN_NAMES)}) =
  (select ${list(TICKET_COLUMN_NAMES)} from json_populate_record(null::ticket, $1::json)),
  escalated_at = coalesce((select max(at) from json_populate_recordset(null::escalation, $8::json)), t.escalated_at)
where t.id = ($1::json ->> 'id')::uuid`,
};
