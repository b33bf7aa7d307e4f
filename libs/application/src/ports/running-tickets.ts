import type { Instant } from '@zhuqi/domain';
import type { LockedTicket } from './transaction';

/** A ticket with its chain, read without a lock, and business time. */
export interface RunningTicket extends Pick<LockedTicket, 'ticket' | 'chain'> {
  readonly now: Instant;
}

/** A ticket that lags behind, and which rules it is to come under. */
export interface OutdatedTicket {
  readonly ticketId: string;
  /** Another text for every change of rules. */
  readonly rules: string;
}

/** Tickets that a change of rules concerns: every one that is not at an end. */
export abstract class RunningTickets {
  /** Those of a district past `after`, in the order of their ids. */
  abstract page(regionCode: string, limit: number, after: string | null): Promise<readonly RunningTicket[]>;

  /** Those that are still counted under rules of yesterday, past `after`, in the order of their ids. */
  abstract outdated(limit: number, after: OutdatedTicket | null): Promise<readonly OutdatedTicket[]>;

  /** How many of a district still are. */
  abstract countOutdated(regionCode: string): Promise<number>;
}
