import type { Day, Instant, Measure, Population } from '@zhuqi/domain';
import type { Named } from '../ticket-list';

/** 目标: what a figure of the tickets collected in a period is to come to. */
export interface FigureTarget {
  readonly id: string;
  readonly regionCode: string;
  readonly population: Population;
  readonly figure: Measure;
  readonly from: Day;
  readonly to: Day;
  readonly target: number;
  readonly reason: string;
  readonly madeAt: Instant;
  readonly madeBy: Named;
}

/** The targets of a region; of several for one figure and period the latest holds. */
export abstract class FigureTargets {
  /** Those in force at an instant whose period includes the day; any day when it is null. */
  abstract of(regionCode: string, day: Day | null, asOf: Instant | null): Promise<readonly FigureTarget[]>;
}
