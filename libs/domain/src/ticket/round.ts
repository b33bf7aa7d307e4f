import type { Instant } from '../time';
import type { Outcome, Solved } from './axes';

export const ROUND_OPENINGS = ['dispatch', 'dispute', 'reopen'] as const;
export type RoundOpening = (typeof ROUND_OPENINGS)[number];

/** From the first dispatch, a dispute or a reopening to the closing: what was answered and what was said to it. */
export interface Round {
  readonly number: number;
  readonly opened: RoundOpening;
  readonly from: Instant;
  readonly answeredAt: Instant | null;
  readonly outcome: Outcome | null;
  /** What the enterprise said; null while it has not, or when silence closed the ticket. */
  readonly solved: Solved | null;
  readonly rating: number | null;
  readonly closedAt: Instant | null;
  /** Answered after the promise was due. */
  readonly late: boolean;
  /** Answered after the promise would have been due without an extension. */
  readonly lateWithoutExtension: boolean;
  /** Answered in time, within the last open hour of the promise; a round from before this was kept has none. */
  readonly lastHour?: boolean;
  /** Its clocks were paused in time, with little open time of the promise left. */
  readonly pausedNearDue?: boolean;
}

export const newRound = (number: number, opened: RoundOpening, from: Instant): Round => ({
  ...{ number, opened, from },
  ...{ answeredAt: null, outcome: null, solved: null, rating: null, closedAt: null },
  ...{ late: false, lateWithoutExtension: false },
});

/** The rounds with the present one altered. */
export const inRound = (rounds: readonly Round[], fields: Partial<Round>): readonly Round[] =>
  rounds.map((round, index) => (index === rounds.length - 1 ? { ...round, ...fields } : round));
