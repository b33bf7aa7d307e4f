import type { OutboxMessage } from './transaction';

/** A message on its way: leased to one relay for a while, sent again unless its consumer finishes it. */
export interface LeasedMessage extends OutboxMessage {
  readonly ticketId: string;
  readonly attempts: number;
}

/** The one way out of a transaction, read by the relay. */
export abstract class Outbox {
  /**
   * Takes up to `limit` due messages, passing over those another relay holds; they come back after `leaseMs`.
   * `routes`: only those that send a ticket to its first holder, which is waited for.
   */
  abstract lease(limit: number, leaseMs: number, what: 'routes' | 'all'): Promise<readonly LeasedMessage[]>;

  /** Marks them sent; unfinished ones become due again after `retryMs`, doubled with every sending (≤ × 128). */
  abstract markSent(ids: readonly string[], retryMs: number): Promise<void>;

  /** Unfinished messages, and the age of the oldest in seconds. */
  abstract backlog(): Promise<{ readonly waiting: number; readonly oldestSeconds: number }>;

  /** Removes messages finished, and idempotency keys used, longer ago than `olderThanHours`; answers how many. */
  abstract prune(olderThanHours: number): Promise<number>;
}

/** A ticket whose next check has come, and the moment it was due for. */
export interface DueTicket {
  readonly ticketId: string;
  /** Epoch milliseconds; a later check of the same ticket has another. */
  readonly checkAt: number;
}

/** Tickets the system itself has to look at. */
export abstract class DueTickets {
  /** Tickets whose next check is due by business time, oldest first, read without a lock; those past `after`. */
  abstract due(limit: number, after: DueTicket | null): Promise<readonly DueTicket[]>;

  /** Submitted tickets older than `seconds` with neither a route nor a triage reason, oldest first, past `after`. */
  abstract unrouted(seconds: number, limit: number, after: string | null): Promise<readonly string[]>;
}
