import type {
  Assist,
  Conference,
  FollowUp,
  Holding,
  Ticket,
  TicketClock,
  TicketItem,
  TicketRequest,
} from '@zhuqi/domain';
import { columnsOf, fromRow, toRow, type JsonRow } from './column-mapper';
import {
  ASSIST_COLUMNS,
  CLOCK_COLUMNS,
  CONFERENCE_COLUMNS,
  FOLLOW_UP_COLUMNS,
  HOLDING_COLUMNS,
  ITEM_COLUMNS,
  REQUEST_COLUMNS,
  type Part,
} from './ticket-columns';

/** What hangs on a ticket and has a table of its own. */
export type StoredPart = Exclude<Part, 'childIds'>;

export type PartRows = Readonly<Record<StoredPart, readonly JsonRow[]>>;

export const CLOCK_COLUMN_NAMES = ['ticket_id', 'ordinal', ...columnsOf(CLOCK_COLUMNS)];
export const HOLDING_COLUMN_NAMES = ['ticket_id', ...columnsOf(HOLDING_COLUMNS)];
export const REQUEST_COLUMN_NAMES = ['ticket_id', 'ordinal', ...columnsOf(REQUEST_COLUMNS), 'to_holder'];
export const ASSIST_COLUMN_NAMES = ['ticket_id', ...columnsOf(ASSIST_COLUMNS)];
export const ITEM_COLUMN_NAMES = ['ticket_id', ...columnsOf(ITEM_COLUMNS)];
export const CONFERENCE_COLUMN_NAMES = ['ticket_id', ...columnsOf(CONFERENCE_COLUMNS)];
export const FOLLOW_UP_COLUMN_NAMES = ['ticket_id', ...columnsOf(FOLLOW_UP_COLUMNS)];

/** The rows of what is not the same object any more. */
const differing = <T>(
  before: readonly T[] | undefined,
  after: readonly T[],
  row: (each: T, ordinal: number) => JsonRow,
): JsonRow[] => after.flatMap((each, index) => (before?.[index] === each ? [] : [row(each, index + 1)]));

const CHANGED = {
  clocks: (before, { clocks }) =>
    differing(before?.clocks, clocks, (clock, ordinal) => ({ ordinal, ...toRow(CLOCK_COLUMNS, clock) })),
  holdings: (before, { holdings }) =>
    differing(before?.holdings, holdings, (hop) => toRow(HOLDING_COLUMNS, hop)),
  requests: (before, { requests }) =>
    differing(before?.requests, requests, (request, ordinal) => ({
      ordinal,
      ...toRow(REQUEST_COLUMNS, request),
      to_holder: request.to,
    })),
  assists: (before, { assists }) =>
    differing(before?.assists, assists, (assist) => toRow(ASSIST_COLUMNS, assist)),
  items: (before, { items }) => differing(before?.items, items, (item) => toRow(ITEM_COLUMNS, item)),
  conferences: (before, { conferences }) =>
    differing(before?.conferences, conferences, (conference) => toRow(CONFERENCE_COLUMNS, conference)),
  followUps: (before, { followUps }) =>
    differing(before?.followUps, followUps, (followUp) => toRow(FOLLOW_UP_COLUMNS, followUp)),
} as const satisfies Record<StoredPart, (before: Ticket | null, after: Ticket) => JsonRow[]>;

/** Only the rows that were touched are written. */
export const changedRows = (part: StoredPart, before: Ticket | null, after: Ticket): JsonRow[] =>
  CHANGED[part](before, after).map((row) => ({ ticket_id: after.id, ...row }));

// The column tables are checked against these types, so what they read is what they name.
export function toParts(rows: PartRows): Pick<Ticket, StoredPart> {
  return {
    clocks: rows.clocks.map((row) => fromRow(CLOCK_COLUMNS, row) as unknown as TicketClock),
    holdings: rows.holdings.map((row) => fromRow(HOLDING_COLUMNS, row) as unknown as Holding),
    requests: rows.requests.map(toRequest),
    assists: rows.assists.map((row) => fromRow(ASSIST_COLUMNS, row) as unknown as Assist),
    items: rows.items.map((row) => fromRow(ITEM_COLUMNS, row) as unknown as TicketItem),
    conferences: rows.conferences.map((row) => fromRow(CONFERENCE_COLUMNS, row) as unknown as Conference),
    followUps: rows.followUps.map((row) => fromRow(FOLLOW_UP_COLUMNS, row) as unknown as FollowUp),
  };
}

const toRequest = (row: JsonRow): TicketRequest => ({
  ...(fromRow(REQUEST_COLUMNS, row) as unknown as Omit<TicketRequest, 'to'>),
  to: row['to_holder'] as TicketRequest['to'],
});
