import type { Day, Figures, Instant, PersonActor, Population } from '@zhuqi/domain';
import type { Page, PageRequest } from '../ports/page';
import type { TicketSummary } from '../ticket-list';
import type { Basis, CountedTicketsRequest, PinnedKey, ResolutionRequest } from './resolution-query';

/** A row of figures and the keys that it stands for: none for the total, one per dimension otherwise. */
export interface ResolutionRow {
  readonly pinned: readonly PinnedKey[];
  /** The names of the keys, for people. */
  readonly labels: readonly string[];
  readonly figures: Figures;
}

/** The figures, and what was settled about the question on the way: a row's tickets can be asked for from it. */
export interface ResolutionReport {
  readonly regionCode: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly asOf: Instant;
  readonly basis: Basis;
  readonly population: Population;
  readonly withoutComplaints?: boolean;
  readonly rows: readonly ResolutionRow[];
  readonly total: ResolutionRow;
}

/**
 * The published figures, summed from the ledger within the reader's scope, and the tickets behind each of them:
 * a figure equals the length of its list. Refuses a region outside the reader's with `statistics.region`.
 */
export abstract class ResolutionStatistics {
  abstract report(reader: PersonActor, request: ResolutionRequest): Promise<ResolutionReport>;

  abstract tickets(
    reader: PersonActor,
    counted: CountedTicketsRequest,
    page: PageRequest,
  ): Promise<Page<TicketSummary>>;
}
