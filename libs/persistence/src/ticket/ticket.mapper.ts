import { nextCheckAt, nextDueAt, type Ticket } from '@zhuqi/domain';
import { columnsOf, fromRow, toRow, toTimestamp, type JsonRow } from './column-mapper';
import { toParts, type PartRows } from './part.mapper';
import { TICKET_COLUMNS, type Part } from './ticket-columns';

export interface AggregateRow extends PartRows {
  readonly ticket: JsonRow;
  readonly childIds: readonly string[];
}

/** Columns that are worked out of the aggregate for the queues; never read back. */
const DERIVED = ['next_check_at', 'next_due_at'] as const;

export const TICKET_COLUMN_NAMES = [...columnsOf(TICKET_COLUMNS), ...DERIVED];

const orNull = (at: number | null): string | null => (at === null ? null : toTimestamp(at));

// The column tables are checked against these types, so what they read is what they name.
export function toTicketRow(ticket: Ticket): JsonRow {
  return {
    ...toRow(TICKET_COLUMNS, ticket),
    next_check_at: orNull(nextCheckAt(ticket)),
    next_due_at: orNull(nextDueAt(ticket)),
  };
}

export function toTicket(row: AggregateRow): Ticket {
  return {
    ...(fromRow(TICKET_COLUMNS, row.ticket) as unknown as Omit<Ticket, Part>),
    ...toParts(row),
    childIds: row.childIds,
  };
}
