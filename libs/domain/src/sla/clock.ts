import type { Instant } from '../time';
import { countsFrom, dueAfter, type Allowance } from './allowance';
import { DEFAULT_LAMP_RULE, warnAtBefore, warnBeforeMs, type LampRule } from './lamp';
import { dueAfterPauses, workingTime } from './pauses';
import type { WorkingCalendar } from './working-calendar';

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
  /** When the lamp turns yellow; null when there is nothing to warn of. */
  readonly warnAt: Instant | null;
  readonly pauses: readonly Pause[];
  /** The due time lies past the published holidays. */
  readonly provisional: boolean;
  readonly policyVersion: number;
  /** Grows with every change; a job that carries another one is stale. */
  readonly generation: number;
}

/** What a clock is started with; the lamp rule is the policy's. */
export type ClockTerms = Pick<
  Clock,
  'id' | 'kind' | 'round' | 'tier' | 'unitId' | 'personId' | 'allowance' | 'policyVersion'
> & { readonly lamp?: LampRule };

/** A running clock. RangeError when the calendar never opens again. */
export function startClock({ lamp, ...terms }: ClockTerms, at: Instant, calendar: WorkingCalendar): Clock {
  const { allowance } = terms;
  const dueAt = dueAfter(allowance, at, calendar);
  const workingMs = calendar.elapsed(countsFrom(allowance, at, calendar), dueAt);
  const beforeMs = warnBeforeMs({ allowance, workingMs, dueAt }, lamp ?? DEFAULT_LAMP_RULE, calendar);
  return {
    ...terms,
    state: 'running',
    startedAt: at,
    stoppedAt: null,
    workingMs,
    originalDueAt: dueAt,
    dueAt,
    warnAt: warnAtBefore(dueAt, beforeMs, calendar),
    pauses: [],
    provisional: calendar.isProvisional(dueAt),
    generation: 1,
  };
}

/** A running clock stands from `at` on; any other is left as it is. */
export function pauseClock(clock: Clock, at: Instant, reason: string): Clock {
  if (clock.state !== 'running') return clock;
  const pauses = [...clock.pauses, { from: at, to: null, reason }];
  return { ...clock, state: 'paused', pauses, generation: clock.generation + 1 };
}

/**
 * A paused clock runs on with what remained: the open time of the pause is added to the due time, unless it was
 * overdue already. `minimum` grants at least that much from `at` on. Any other clock is left as it is.
 */
export function resumeClock(
  clock: Clock,
  at: Instant,
  calendar: WorkingCalendar,
  minimum?: Allowance,
): Clock {
  return clock.state === 'paused' ? runOn(clock, at, calendar, minimum) : clock;
}

/** A stopped clock runs on as if it had been paused from the moment it stood still. */
export function reopenClock(
  clock: Clock,
  at: Instant,
  calendar: WorkingCalendar,
  minimum?: Allowance,
): Clock {
  return clock.state === 'stopped' ? runOn(clock, at, calendar, minimum) : clock;
}

/** A live clock ends; one that was paused stood still since its pause began, and keeps that pause open. */
export function stopClock(clock: Clock, at: Instant): Clock {
  if (clock.state !== 'running' && clock.state !== 'paused') return clock;
  return { ...clock, state: 'stopped', stoppedAt: at, generation: clock.generation + 1 };
}

/** A later due time was ruled; an earlier one, or a clock that has stopped, is left as it is. */
export function extendClock(clock: Clock, dueAt: Instant, calendar: WorkingCalendar): Clock {
  if (clock.state === 'stopped' || dueAt <= clock.dueAt) return clock;
  return withDue(clock, dueAt, clock.workingMs + calendar.elapsed(clock.dueAt, dueAt), calendar);
}

/** The moment a clock's time stands at: now, or when it was paused or stopped. */
export function standsAt(clock: Clock, now: Instant): Instant {
  const last = clock.pauses.at(-1);
  if (last?.to === null) return last.from;
  return clock.stoppedAt ?? now;
}

/** The pauses as spans up to `now`, the one that still lasts included. */
export const pausesUntil = (clock: Clock, now: Instant): readonly (Pause & { readonly to: Instant })[] =>
  clock.pauses.map((pause) => ({ ...pause, to: pause.to ?? clock.stoppedAt ?? now }));

function runOn(clock: Clock, at: Instant, calendar: WorkingCalendar, minimum?: Allowance): Clock {
  const from = standsAt(clock, at);
  const last = clock.pauses.at(-1);
  const ended = last?.to === null ? { ...last, to: at } : { from, to: at, reason: 'stopped' };
  const pauses = [...(last?.to === null ? clock.pauses.slice(0, -1) : clock.pauses), ended];
  const moved = dueAfterPauses(calendar, from, clock.dueAt, [ended]);
  const dueAt = minimum === undefined ? moved : Math.max(moved, dueAfter(minimum, at, calendar));
  const workingMs = clock.workingMs + workingTime(calendar, moved, dueAt, [ended]);
  return withDue({ ...clock, state: 'running', stoppedAt: null, pauses }, dueAt, workingMs, calendar);
}

function withDue(clock: Clock, dueAt: Instant, workingMs: number, calendar: WorkingCalendar): Clock {
  const beforeMs = clock.warnAt === null ? 0 : calendar.elapsed(clock.warnAt, clock.dueAt);
  return {
    ...clock,
    workingMs,
    dueAt,
    warnAt: warnAtBefore(dueAt, beforeMs, calendar),
    provisional: calendar.isProvisional(dueAt),
    generation: clock.generation + 1,
  };
}
