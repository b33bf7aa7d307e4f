import type { Instant } from '../time';

export const ASSIST_STATES = ['asked', 'given', 'released'] as const;
export type AssistState = (typeof ASSIST_STATES)[number];

export const ASSIST_STATE_LABEL = {
  asked: '待出具意见',
  given: '已出具意见',
  released: '已解除',
} as const satisfies Record<AssistState, string>;

/** 协办: a unit asked for its written opinion, with a deadline of its own. The lead answers when none is outstanding. */
export interface Assist {
  readonly ordinal: number;
  readonly unitId: string;
  readonly round: number;
  readonly state: AssistState;
  /** What the unit is asked. */
  readonly question: string | null;
  readonly clockId: string | null;
  readonly askedAt: Instant;
  readonly askedById: string | null;
  /** When the opinion was given or the unit was released, and by whom. */
  readonly endedAt: Instant | null;
  readonly endedById: string | null;
  readonly opinion: string | null;
  readonly releaseReason: string | null;
}

/** The assists whose opinion is still outstanding. */
export const outstanding = (assists: readonly Assist[]): readonly Assist[] =>
  assists.filter(({ state }) => state === 'asked');
