import { nextCheckAt, nextDueAt, type Holding, type Ticket, type TicketClock } from '@zhuqi/domain';
import { columnsOf, fromRow, toRow, toTimestamp, type JsonRow } from './column-mapper';
import { CLOCK_COLUMNS, HOLDING_COLUMNS, TICKET_COLUMNS } from './ticket-columns';

export interface AggregateRow {
  readonly ticket: JsonRow;
  readonly clocks: readonly JsonRow[];
  readonly holdings: readonly JsonRow[];
}

/** Columns that are worked out of the aggregate for the queues; never read back. */
const DERIVED = ['next_check_at', 'next_due_at'] as const;

export const TICKET_COLUMN_NAMES = [...columnsOf(TICKET_COLUMNS), ...DERIVED];
export const CLOCK_COLUMN_NAMES = ['ticket_id', 'ordinal', ...columnsOf(CLOCK_COLUMNS)];
export const HOLDING_COLUMN_NAMES = ['ticket_id', ...columnsOf(HOLDING_COLUMNS)];

const orNull = (at: number | null): string | null => (at === null ? null : toTimestamp(at));

// The column tables are checked against these types, so what they read is what they name.
export function toTicketRow(ticket: Ticket): JsonRow {
  return {
    ...toRow(TICKET_COLUMNS, ticket),
    next_check_at: orNull(nextCheckAt(ticket)),
    next_due_at: orNull(nextDueAt(ticket)),
  };
}

/** Only the clocks that were touched are written. */
export function changedClockRows(before: Ticket | null, after: Ticket): JsonRow[] {
  return after.clocks.flatMap((clock, index) =>
    before?.clocks[index] === clock
      ? []
      : [{ ticket_id: after.id, ordinal: index + 1, ...toRow(CLOCK_COLUMNS, clock) }],
  );
}

export function changedHoldingRows(before: Ticket | null, after: Ticket): JsonRow[] {
  return after.holdings.flatMap((hop, index) =>
    before?.holdings[index] === hop ? [] : [{ ticket_id: after.id, ...toRow(HOLDING_COLUMNS, hop) }],
  );
}

// The column tables are checked against these types, so what they read is what they name.
export function toTicket(row: AggregateRow): Ticket {
  return {
    ...(fromRow(TICKET_COLUMNS, row.ticket) as unknown as Omit<Ticket, 'clocks' | 'holdings'>),
    clocks: row.clocks.map((clock) => fromRow(CLOCK_COLUMNS, clock) as unknown as TicketClock),
    holdings: row.holdings.map((hop) => fromRow(HOLDING_COLUMNS, hop) as unknown as Holding),
  };
}
