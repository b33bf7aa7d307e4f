import type { Instant, PersonActor, Portrait } from '@zhuqi/domain';
import type { TicketSummary } from '../ticket-list';

/** A ticket that may be about the same: what it is called and what it is compared by. */
export interface SimilarCandidate extends Portrait {
  readonly id: string;
  readonly number: string;
}

/** A description says what it is about in its beginning; the longest have five thousand characters. */
export const COMPARED_CHARACTERS = 300;

/** Where candidates are looked for. */
export interface Quest {
  /** Pairs of characters of a title; a candidate's title has at least one of them. */
  readonly pairs?: readonly string[];
  readonly enterpriseId?: string;
  /** An enterprise that may have reported the same before: its tickets are looked at further back. */
  readonly alsoOf?: string;
  readonly regionCode?: string;
  /** A ticket is not like itself. */
  readonly exceptId?: string;
  /** Only what was submitted by then. */
  readonly until?: Instant;
  readonly limit: number;
}

/**
 * Bounded reads within the reader's scope: of the latest two thousand of the district, the latest two hundred of an
 * enterprise, and what the reader's units hold. The domain compares what they find.
 */
export abstract class SimilarTickets {
  /** Of a year, what is open or was closed within ninety days, the latest first. */
  abstract candidates(reader: PersonActor, quest: Quest): Promise<readonly SimilarCandidate[]>;
  /** The latest tickets that wait for an answer and that no matter has yet; no complaints. */
  abstract unclustered(reader: PersonActor, limit: number): Promise<readonly SimilarCandidate[]>;
  /** The same as they stand in a list, by id. */
  abstract summaries(
    reader: PersonActor,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, TicketSummary>>;
}
