import {
  type BookedPosting,
  type CountedUnder,
  FIGURES,
  type Instant,
  mapFigures,
  type SequencedEvent,
  type RowState,
} from '@zhuqi/domain';
import { FIGURE_COLUMN } from '../statistics/figure-column.sql';
import type { HashedEvent } from './hash-chain';
import type { Columns, Reading } from './row-cursor';

/** An event as it is stored: what was hashed, to the letter, and what that says. */
export interface StoredEvent extends SequencedEvent, HashedEvent {
  readonly seq: number;
  readonly type: SequencedEvent['type'];
  readonly hash: string;
  /** Null when the event came without words, or when they have been erased. */
  readonly texts: Readonly<Record<string, string>> | null;
  readonly salt: string | null;
}

/** A posting of the book, and whose it is. */
export interface StoredPosting extends BookedPosting {
  readonly ticketId: string;
}

/** What a ticket's row says of the ticket, and of the end of its chain. */
export interface StoredRow extends RowState {
  readonly ticketId: string;
  readonly number: string;
  readonly version: number;
  readonly headHash: string;
}

const ofTicket = ({ ticketId }: { readonly ticketId: string }): string => ticketId;

// In the order of the primary keys, so that the cursors stream and sort nothing.

/** UTC with microseconds: a change below the millisecond shows as well. */
const timestamp = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const WHOLE_MS = '000Z';
/** As it was hashed, and the instant it stands for: no moment of the program's has parts of a millisecond. */
const hashedAt = (text: string): string => (text.endsWith(WHOLE_MS) ? `${text.slice(0, -4)}Z` : text);
const instantOf = (text: string): Instant => (text.endsWith(WHOLE_MS) ? Date.parse(text) : NaN);

export const EVENTS: Reading<StoredEvent> = {
  name: 'log',
  key: ofTicket,
  text: `
select e.ticket_id, e.seq, e.type, ${timestamp('e.at')}, e.actor_kind, e.actor_id, e.data::text, e.hash, x.texts, x.salt
  from ticket_event e left join ticket_text x on x.ticket_id = e.ticket_id and x.seq = e.seq
 order by e.ticket_id, e.seq`,
  read: (columns) => {
    const [ticketId, seq, type, at, actorKind, actorId, text, hash, texts, salt] = columns as EventColumns;
    const hashed = { ticketId, seq, type, timestamp: hashedAt(at), actorKind, actorId, text };
    return { ...hashed, at: instantOf(at), data: saidIn(text), hash, texts, salt };
  },
};

type EventColumns = [
  ...[ticketId: string, seq: number, type: SequencedEvent['type'], at: string],
  ...[actorKind: string, actorId: string | null, text: string, hash: string],
  ...[texts: StoredEvent['texts'], salt: string | null],
];

/** Data that was exchanged for something else than an object says nothing. */
function saidIn(text: string): SequencedEvent['data'] {
  const said: unknown = JSON.parse(text);
  return typeof said === 'object' && said !== null ? (said as SequencedEvent['data']) : {};
}

const UNDER_COLUMN = {
  regionCode: 'region_code',
  townshipId: 'township_id',
  departmentId: 'department_id',
  industry: 'industry',
  enterpriseId: 'enterprise_id',
  officerId: 'officer_id',
  leaderId: 'leader_id',
  category: 'category',
  population: 'population',
  confidential: 'confidential',
} as const satisfies Record<keyof CountedUnder, string>;
const UNDER_KEYS = Object.keys(UNDER_COLUMN) as (keyof CountedUnder)[];
const UNDER = Object.values(UNDER_COLUMN).join(', ');

function underFrom(columns: Columns, first: number): CountedUnder {
  const under: Record<keyof CountedUnder, unknown> = { ...UNDER_COLUMN };
  for (const [index, key] of UNDER_KEYS.entries()) under[key] = columns[first + index];
  return under as CountedUnder;
}

export const POSTINGS: Reading<StoredPosting> = {
  name: 'book',
  key: ofTicket,
  text: `
select ticket_id, seq, part, tier, collected_on::text, ${timestamp('at')}, ${UNDER},
       ${FIGURES.map((figure) => FIGURE_COLUMN[figure]).join(', ')}
  from ledger order by ticket_id, seq, part`,
  read: (columns) => {
    const [ticketId, seq, part, tier, collectedOn, at] = columns as PostingColumns;
    let place = POSTING_WIDTH + UNDER_KEYS.length;
    const figures = mapFigures(() => columns[place++] as number);
    const under = underFrom(columns, POSTING_WIDTH);
    return { ticketId, seq, part, tier, collectedOn, at: instantOf(at), under, figures };
  },
};

const POSTING_WIDTH = 6;
type PostingColumns = [
  ...[ticketId: string, seq: number, part: number],
  ...[tier: BookedPosting['tier'], collectedOn: string, at: string],
];

export const ROWS: Reading<StoredRow> = {
  name: 'tickets',
  key: ofTicket,
  text: `
select id, number, version, head_hash, status, outcome, round, tier, ${timestamp('collected_at')},
       verdict -> 'solved', verdict -> 'rating', verdict -> 'by', first_contact_on_time, ${UNDER}
  from (select t.*, case when project_id is null then 'enterprise' else 'project' end as population from ticket t) t
 order by id`,
  read: (columns) => {
    const [ticketId, number, version, headHash, status, outcome, round, tier, at, ...rest] = columns.slice(
      0,
      ROW_WIDTH,
    ) as unknown as RowColumns;
    const [solved, rating, verdictBy, contactOnTime] = rest;
    const collectedAt = at === null ? null : instantOf(at);
    const under = underFrom(columns, ROW_WIDTH);
    const standing = { status, outcome, round, tier, collectedAt, solved, rating, verdictBy, contactOnTime };
    return { ticketId, number, version, headHash, ...standing, under };
  },
};

const ROW_WIDTH = 13;
type RowColumns = [
  ...[ticketId: string, number: string, version: number, headHash: string, status: RowState['status']],
  ...[outcome: RowState['outcome'], round: number, tier: RowState['tier'], collectedAt: string | null],
  ...[solved: RowState['solved'], rating: RowState['rating'], verdictBy: RowState['verdictBy']],
  ...[contactOnTime: RowState['contactOnTime']],
];
