import type { Day } from '@zhuqi/domain';

/** A sum of the rollup that is not the sum of its postings. */
export interface RollupFault {
  readonly regionCode: string;
  readonly population: string;
  /** `all` or the dimension it is cut by, and the key there; empty for tickets without one. */
  readonly cut: string;
  readonly key: string;
  /** First day of the month of collection. */
  readonly collectedMonth: Day;
  readonly confidential: boolean;
  /** `ever`, or the stretch of posting time that begins at `bucket` (Shanghai, `YYYY-MM-DD HH24:MI`; null for ever). */
  readonly level: string;
  readonly bucket: string | null;
  /** The first column that differs, what it holds, and what the postings come to; null: there is no such sum. */
  readonly column: string;
  readonly stored: string | null;
  readonly expected: string | null;
}

export interface RollupReport {
  /** Postings of the ledger, and how many of them are not rolled up yet. */
  readonly postings: number;
  readonly waiting: number;
  /** Waiting for postings that do not exist. */
  readonly astray: number;
  readonly sums: number;
  readonly faulty: number;
  /** In the order of their keys, not more than the caller asked for. */
  readonly faults: readonly RollupFault[];
}

/** Sums up anew, in one snapshot, every posting that is not waiting, and compares with what the rollup holds. */
export abstract class RollupAudit {
  abstract inspect(mostFaults: number): Promise<RollupReport>;
}
