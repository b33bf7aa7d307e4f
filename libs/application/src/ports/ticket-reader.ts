import type { EventType, EventValue, Instant, Ticket } from '@zhuqi/domain';

/** Who did it; `enterpriseId` is that of a person of an enterprise. */
export interface LoggedActor {
  readonly kind: 'person' | 'system';
  readonly id: string | null;
  readonly name: string;
  readonly enterpriseId: string | null;
  /** Whose place it took; absent when it acted for itself. */
  readonly onBehalfOf?: { readonly id: string; readonly name: string };
}

/** One row of the event log as it was written, with the texts that have not been erased since. */
export interface LoggedEvent {
  readonly seq: number;
  readonly type: EventType;
  readonly at: Instant;
  readonly actor: LoggedActor;
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
  /** Id → number, for the ids there are tickets of. */
  abstract numbers(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
