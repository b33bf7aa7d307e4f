import type { EventType, EventValue, Instant, Ticket } from '@zhuqi/domain';

/** One row of the event log as it was written, with the texts that have not been erased since. */
export interface LoggedEvent {
  readonly seq: number;
  readonly type: EventType;
  readonly at: Instant;
  readonly actor: { readonly kind: 'person' | 'system'; readonly id: string | null; readonly name: string };
  readonly data: Readonly<Record<string, EventValue>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly hash: string;
}

/** The ticket and business time, read together so that lamps and countdowns agree. */
export interface TicketAt {
  readonly ticket: Ticket;
  readonly now: Instant;
}

/** Reads without a lock; who may see the answer is decided by the caller. */
export abstract class TicketReader {
  abstract find(ticketId: string): Promise<TicketAt | null>;
  abstract timeline(ticketId: string): Promise<readonly LoggedEvent[]>;
  abstract event(ticketId: string, seq: number): Promise<LoggedEvent | null>;
}
