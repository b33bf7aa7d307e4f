import type { Day, Dimension, Instant, Measure, Population } from '@zhuqi/domain';

/** `cohort`: the tickets collected in the period, as they stand; `flow`: what happened inside the period. */
export const BASES = ['cohort', 'flow'] as const;
export type Basis = (typeof BASES)[number];

/** A dimension held at one key; null is the row of tickets without a key. */
export interface PinnedKey {
  readonly dimension: Dimension;
  readonly key: string | null;
}

/** Which ledger entries a figure is the sum of. */
export interface LedgerSelection {
  /** The region asked for; null is the reader's own. Its subtree is meant. */
  readonly regionCode: string | null;
  /** First and last business day of the period, both included; null is no bound. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly basis: Basis;
  readonly population: Population;
  /** Complaints about staff are left out; they count like any other ticket otherwise. */
  readonly withoutComplaints?: boolean;
}

export interface ResolutionRequest extends LedgerSelection {
  /** Null is now. An instant to come is now as well: nothing is known of it yet. */
  readonly asOf: Instant | null;
  readonly groupBy: readonly Dimension[];
}

/** The tickets one figure counts. */
export interface CountedTicketsRequest extends LedgerSelection {
  readonly asOf: Instant | null;
  readonly pinned: readonly PinnedKey[];
  readonly measure: Measure;
}
