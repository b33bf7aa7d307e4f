import type { RateCode } from '../statistics';

/** Whether a high rate adds points or takes them away. */
export type Direction = 'earn' | 'deduct';

export interface SchemeComponent {
  readonly code: string;
  readonly label: string;
  /** Points a rate of 100 % adds or takes away; a whole number. */
  readonly weight: number;
  readonly rate: RateCode;
  readonly direction: Direction;
  /** With fewer tickets than this to divide by, the component says nothing of the row; at least 1. */
  readonly atLeast: number;
}

/** How the points of a ranking come about: declared in full before it is drawn, and kept in versions. */
export interface RankingScheme {
  /** 0 is the scheme every region begins with. */
  readonly version: number;
  /** Fewer collected tickets than this are listed apart, without rank. */
  readonly minimumSample: number;
  readonly components: readonly SchemeComponent[];
}
