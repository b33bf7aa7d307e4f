import { refused } from '../decision';
import type { Day, Instant } from '../time';
import type { Standing } from './lifecycle';

export const CONFERENCE_STATES = ['planned', 'concluded', 'cancelled', 'lapsed'] as const;
export type ConferenceState = (typeof CONFERENCE_STATES)[number];

export const CONFERENCE_STATE_LABEL = {
  planned: '待召开',
  concluded: '已形成决定',
  cancelled: '已取消',
  lapsed: '因诉求办结而失效',
} as const satisfies Record<ConferenceState, string>;

/** 一事一议: those who are needed sit together over one matter, and what they decide is kept with it. */
export interface Conference {
  readonly ordinal: number;
  readonly state: ConferenceState;
  readonly round: number;
  readonly subject: string;
  /** When it takes place, or took place. */
  readonly heldAt: Instant;
  readonly place: string | null;
  readonly unitIds: readonly string[];
  readonly personIds: readonly string[];
  /** Who is invited from outside, by name. */
  readonly guests: readonly string[];
  readonly convenedAt: Instant;
  readonly convenedById: string | null;
  /** As what it was convened: who stands so to the ticket concludes it, and so does the office. */
  readonly convenedAs: Standing;
  readonly endedAt: Instant | null;
  readonly endedById: string | null;
  readonly minutes: string | null;
  readonly decision: string | null;
  /** Why it was cancelled. */
  readonly reason: string | null;
}

/** What a conference has decided that somebody does by a day; it stands whatever becomes of the ticket. */
export interface FollowUp {
  /** From 1 within the ticket: how people name it. */
  readonly ordinal: number;
  /** The conference that decided it. */
  readonly conference: number;
  readonly what: string;
  /** A unit, or a person: one of them. */
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly dueOn: Day;
  /** The closing of that day. */
  readonly dueAt: Instant;
  readonly doneAt: Instant | null;
  readonly doneById: string | null;
  readonly result: string | null;
  /** That it is overdue has been told. */
  readonly reminded: boolean;
}

export const plannedConferences = (conferences: readonly Conference[]): readonly Conference[] =>
  conferences.filter(({ state }) => state === 'planned');

export const openFollowUps = (followUps: readonly FollowUp[]): readonly FollowUp[] =>
  followUps.filter(({ doneAt }) => doneAt === null);

/** Whether these standings are those it was convened with; the office presides over all of them. */
export const convenes = (standings: ReadonlySet<Standing>, { convenedAs }: Conference): boolean =>
  standings.has('office') || standings.has(convenedAs);

/** Why somebody who has not convened it neither concludes nor cancels it. */
export const NOT_CONVENER = refused('conference.not_convener', '会商由召集方或调度办主持', '/conference');
