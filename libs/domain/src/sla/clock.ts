import type { Instant } from '../time';
import type { Allowance } from './allowance';

export const CLOCK_KINDS = [
  'claim',
  'firstContact',
  'reply',
  'resolve',
  'leg',
  'supervise',
  'assist',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** A clock in people's words. */
export const CLOCK_KIND_LABEL = {
  claim: '认领',
  firstContact: '首次联系',
  reply: '阶段反馈',
  resolve: '办结',
  leg: '本级',
  supervise: '督办',
  assist: '协办',
} as const satisfies Record<ClockKind, string>;

export const CLOCK_STATES = ['idle', 'running', 'paused', 'stopped'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** Half-open; `to` is null while it lasts, and stays null when the clock was stopped during it. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly reason: string;
}

/** One promise on working time. The policy is copied onto it: a later policy never rewrites it. */
export interface Clock {
  readonly id: string;
  readonly kind: ClockKind;
  readonly round: number;
  readonly tier: number | null;
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly state: ClockState;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly allowance: Allowance;
  /** Open milliseconds granted: fixed at start, plus what resuming or an extension granted. */
  readonly workingMs: number;
  /** The due time as first promised. */
  readonly originalDueAt: Instant;
  /** As of the last resume; a pause that still lasts moves it only when it ends (see `dueAtIfResumed`). */
  readonly dueAt: Instant;
  /** The due time without the extensions there have been; pauses and what a new round grants move it all the same. */
  readonly unextendedDueAt: Instant;
  /** When the lamp turns yellow; null when there is nothing to warn of. */
  readonly warnAt: Instant | null;
  readonly pauses: readonly Pause[];
  /** The due time lies past the published holidays. */
  readonly provisional: boolean;
  readonly policyVersion: number;
  /** Grows with every change; a job that carries another one is stale. */
  readonly generation: number;
}
