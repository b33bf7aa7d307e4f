import type { Measure, Rate, RateCode } from '../statistics';
import type { Day, Instant } from '../time';
import type { Direction, RankingScheme } from './scheme';

/** Who is ranked against one another. */
export const RANKING_KINDS = ['township', 'department', 'officer'] as const;
export type RankingKind = (typeof RANKING_KINDS)[number];

export const RANKING_KIND_LABEL = {
  township: '属地街镇',
  department: '行管部门',
  officer: '驻企专员',
} as const satisfies Record<RankingKind, string>;

/** Points as they are printed: whole tenths, cut towards less. Ranks follow from the exact points. */
export type Tenths = number;

/** What one declared component adds or takes away, and the two counts it follows from. */
export interface ComponentScore {
  readonly code: string;
  readonly label: string;
  /** Points at most. */
  readonly weight: number;
  readonly direction: Direction;
  readonly rateCode: RateCode;
  readonly rate: Rate;
  /** The figures of the rate; each opens to its tickets. */
  readonly numerator: Measure;
  readonly denominator: Measure;
  /** Taken away when the direction is `deduct`, and still positive; null: too few to be assessed by. */
  readonly points: Tenths | null;
}

/** A signal of gaming, shown beside the row and never punished. */
export interface RowSignal {
  readonly measure: Measure;
  readonly label: string;
  readonly count: number;
}

/** Where the row stood in the period before: `new` when it had no rank there. */
export interface Movement {
  readonly kind: 'up' | 'down' | 'same' | 'new';
  readonly previousRank: number | null;
  /** Ranks gained (positive) or lost; null when new. */
  readonly by: number | null;
}

export interface RankingRow {
  /** The unit's or the person's id. */
  readonly key: string;
  readonly label: string;
  /** Exactly equal points share a rank, and the next is as many further on; null for who is listed apart. */
  readonly rank: number | null;
  /** What was earned, brought to 100 where not everything could be assessed, less what is deducted. */
  readonly points: Tenths | null;
  /** The same to the last digit, as a fraction: `1401/15`. */
  readonly exactPoints: string | null;
  readonly collected: number;
  /** Points that could be earned: 100, less the weights of what too few tickets speak for. */
  readonly assessedWeight: number;
  readonly components: readonly ComponentScore[];
  readonly signals: readonly RowSignal[];
  /** Null for a row without a rank, and in a table that is compared with nothing. */
  readonly movement: Movement | null;
}

export interface RankingPeriod {
  /** Tickets collected from this day to that one, both included. */
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Instant;
}

export interface PreviousPeriod extends RankingPeriod {
  /** The scheme in force then, by which the ranks of then came about. */
  readonly schemeVersion: number;
}

/** A ranking (赛马) of a region's townships, departments or officers over the tickets collected in a period. */
export interface RankingTable extends RankingPeriod {
  readonly schema: 1;
  readonly kind: RankingKind;
  readonly regionCode: string;
  readonly scheme: RankingScheme;
  /** The period compared with, at the same distance from its end; null: with none, and no row has a movement. */
  readonly previous: PreviousPeriod | null;
  /** In order of rank; those of one rank in order of their tickets, then of their names. */
  readonly ranked: readonly RankingRow[];
  /** Below the minimum sample, or assessable by less than half of the weight: listed apart, without rank. */
  readonly apart: readonly RankingRow[];
  /** How many hold a rank in the whole table, those the reader does not see included. */
  readonly rankedCount: number;
}

/** Points as people read them: 885 is 88.5. */
export function pointsText(points: Tenths): string {
  const size = Math.abs(points);
  return `${points < 0 ? '-' : ''}${Math.floor(size / 10)}.${size % 10}`;
}
