import type { Instant, PersonActor, Portrait } from '@zhuqi/domain';
import type { TicketSummary } from '../ticket-list';

/** A ticket that may be about the same, with what it is compared by. */
export interface SimilarCandidate {
  readonly ticket: TicketSummary;
  readonly portrait: Portrait;
}

/** What candidates are looked for. */
export interface Quest {
  /** Keys of the title; a candidate shares at least one. */
  readonly keys: readonly string[];
  /** Only this district's. */
  readonly regionCode?: string;
  /** A ticket is not like itself. */
  readonly exceptId?: string;
  /** Only what was submitted by then. */
  readonly until?: Instant;
  readonly limit: number;
}

/**
 * Tickets within the reader's scope that are open or were closed within ninety days, the latest first. Bounded: the
 * domain compares at most `limit` of them.
 */
export abstract class SimilarTickets {
  abstract candidates(reader: PersonActor, quest: Quest): Promise<readonly SimilarCandidate[]>;
  /** Open tickets that no matter has yet, for the search for clusters. */
  abstract unclustered(reader: PersonActor, limit: number): Promise<readonly SimilarCandidate[]>;
}
