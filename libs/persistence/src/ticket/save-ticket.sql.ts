import type { Statement } from '../database/database';
import { LEDGER_COLUMNS } from './ledger.mapper';
import {
  ASSIST_COLUMN_NAMES,
  CLOCK_COLUMN_NAMES,
  CONFERENCE_COLUMN_NAMES,
  FOLLOW_UP_COLUMN_NAMES,
  HOLDING_COLUMN_NAMES,
  ITEM_COLUMN_NAMES,
  REQUEST_COLUMN_NAMES,
} from './part.mapper';
import { TICKET_COLUMN_NAMES } from './ticket.mapper';

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
const COLLECTED_ON = `(x.collected_at at time zone 'Asia/Shanghai')::date`;

// A posting waits in the tail until it is rolled up.
const LEDGER = `
ledger_rows as (
  insert into ledger (${list(LEDGER_COLUMNS)})
  select ${list(LEDGER_COLUMNS.map((column) => (column === 'collected_on' ? COLLECTED_ON : `r.${column}`)))}
  from json_array_elements($4::json) as e
  cross join lateral json_populate_record(null::ledger, e) as r
  cross join lateral json_to_record(e) as x (collected_at timestamptz)
  returning ticket_id, seq, part
),
tail_rows as (
  insert into ledger_tail (ticket_id, seq, part) select ticket_id, seq, part from ledger_rows
)`;

interface PartTable {
  readonly table: string;
  readonly columns: readonly string[];
  /** What a row is known by; with the ticket and its place these never change. */
  readonly key: readonly string[];
}

const UNCHANGING = ['ticket_id', 'ordinal'];

/** Puts in what is new and alters what is there, in order: the one that is open or pending gives way first. */
const put = ({ table, columns, key }: PartTable, values: string): string => `
${table}_rows as (
  insert into ${table} (${list(columns)})
  select ${list(columns)} from json_populate_recordset(null::${table}, ${values}::json) order by ordinal
  on conflict (${list(key)}) do update set ${excluded(columns, [...key, ...UNCHANGING])}
)`;

const CLOCK: PartTable = { table: 'ticket_clock', columns: CLOCK_COLUMN_NAMES, key: ['id'] };
const HOLDING: PartTable = {
  table: 'ticket_holding',
  columns: HOLDING_COLUMN_NAMES,
  key: ['ticket_id', 'ordinal'],
};
const REQUEST: PartTable = { table: 'ticket_request', columns: REQUEST_COLUMN_NAMES, key: ['id'] };
const ASSIST: PartTable = {
  table: 'ticket_assist',
  columns: ASSIST_COLUMN_NAMES,
  key: ['ticket_id', 'ordinal'],
};
const ITEM: PartTable = {
  table: 'ticket_item',
  columns: ITEM_COLUMN_NAMES,
  key: ['ticket_id', 'kind', 'ordinal'],
};
const CONFERENCE: PartTable = {
  table: 'ticket_conference',
  columns: CONFERENCE_COLUMN_NAMES,
  key: ['ticket_id', 'ordinal'],
};
const FOLLOW_UP: PartTable = {
  table: 'ticket_follow_up',
  columns: FOLLOW_UP_COLUMN_NAMES,
  key: ['ticket_id', 'ordinal'],
};

const INSERT = `
insert into ticket (${list(TICKET_COLUMN_NAMES)})
select ${list(TICKET_COLUMN_NAMES)} from json_populate_record(null::ticket, $1::json)`;

/** A new ticket with its first event, postings and messages, in one round trip. */
export const INSERT_TICKET: Statement = {
  name: 'ticket-insert',
  text: `
with ${EVENTS.trim()}, ${LEDGER.trim()}${INSERT}`,
};

/** A new ticket with a question list. */
export const INSERT_TICKET_WITH_ITEMS: Statement = {
  name: 'ticket-insert-items',
  text: `
with ${EVENTS.trim()}, ${LEDGER.trim()}, ${put(ITEM, '$5').trim()}${INSERT}`,
};

const CHANGED = `${EVENTS.trim()}, ${LEDGER.trim()}, ${put(CLOCK, '$5').trim()}, ${put(HOLDING, '$6').trim()},
text_rows as (
  insert into ticket_text (ticket_id, seq, texts, salt)
  select ticket_id, seq, texts, salt from json_populate_recordset(null::ticket_text, $7::json)
),
escalation_rows as (
  insert into escalation (id, ticket_id, seq, round, from_tier, to_tier, cause, at)
  select id, ticket_id, seq, round, from_tier, to_tier, cause, at
  from json_populate_recordset(null::escalation, $8::json)
)`;

const UPDATE = `
update ticket t set (${list(TICKET_COLUMN_NAMES)}) =
  (select ${list(TICKET_COLUMN_NAMES)} from json_populate_record(null::ticket, $1::json)),
  escalated_at = coalesce((select max(at) from json_populate_recordset(null::escalation, $8::json)), t.escalated_at)
where t.id = ($1::json ->> 'id')::uuid`;

/** A changed ticket with everything that most changes touch, in one round trip. */
export const UPDATE_TICKET: Statement = { name: 'ticket-update', text: `\nwith ${CHANGED}${UPDATE}` };

const SELDOM = [
  put(REQUEST, '$9'),
  put(ASSIST, '$10'),
  put(ITEM, '$11'),
  put(CONFERENCE, '$12'),
  put(FOLLOW_UP, '$13'),
];

/** The same with everything that hangs on few tickets: most changes touch none, and pay for none. */
export const UPDATE_TICKET_WITH_PARTS: Statement = {
  name: 'ticket-update-parts',
  text: `
with ${CHANGED}, ${SELDOM.map((part) => part.trim()).join(', ')}${UPDATE}`,
};
