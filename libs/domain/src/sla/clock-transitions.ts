import { NEVER, type Instant } from '../time';
import { countsFrom, dueAfter, type Allowance } from './allowance';
import type { Clock } from './clock';
import { endedPauses, standsAt } from './clock-pauses';
import { DEFAULT_LAMP_RULE, warnAtBefore, warnBeforeMs, type LampRule } from './lamp';
import { dueAfterPauses, workingTime } from './pauses';
import type { WorkingCalendar } from './working-calendar';

/** What a clock is started with; the lamp rule is the policy's. */
export type ClockTerms = Pick<
  Clock,
  'id' | 'kind' | 'round' | 'tier' | 'unitId' | 'personId' | 'allowance' | 'policyVersion'
> & { readonly lamp?: LampRule };

/** A running clock. RangeError when the calendar never opens again. */
export function startClock(terms: ClockTerms, at: Instant, calendar: WorkingCalendar): Clock {
  const { allowance, lamp = DEFAULT_LAMP_RULE } = terms;
  const dueAt = dueAfter(allowance, at, calendar);
  const workingMs = calendar.elapsed(countsFrom(allowance, at, calendar), dueAt);
  const beforeMs = warnBeforeMs({ allowance, workingMs, dueAt }, lamp, calendar);
  return {
    // Written out: collecting the rest of the terms and spreading it costs more than the whole calculation.
    id: terms.id,
    kind: terms.kind,
    round: terms.round,
    tier: terms.tier,
    unitId: terms.unitId,
    personId: terms.personId,
    allowance,
    policyVersion: terms.policyVersion,
    state: 'running',
    startedAt: at,
    stoppedAt: null,
    workingMs,
    originalDueAt: dueAt,
    dueAt,
    unextendedDueAt: dueAt,
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
  return grantUntil(clock, clock.dueAt, dueAt, calendar);
}

function runOn(clock: Clock, at: Instant, calendar: WorkingCalendar, minimum?: Allowance): Clock {
  const from = standsAt(clock, at);
  const last = clock.pauses.at(-1);
  const ended = last?.to === null ? { ...last, to: at } : { from, to: at, reason: 'stopped' };
  const pauses = [...(last?.to === null ? clock.pauses.slice(0, -1) : clock.pauses), ended];
  const least = minimum === undefined ? -NEVER : dueAfter(minimum, at, calendar);
  const after = (dueAt: Instant): Instant => dueAfterPauses(calendar, from, dueAt, [ended]);
  const moved = after(clock.dueAt);
  const resumed: Clock = {
    ...clock,
    state: 'running',
    stoppedAt: null,
    pauses,
    unextendedDueAt: Math.max(after(clock.unextendedDueAt), least),
  };
  return grantUntil(resumed, moved, Math.max(moved, least), calendar);
}

/** Due at `dueAt` instead of `dueBefore`: the open time between them, pauses apart, is granted on top. */
function grantUntil(clock: Clock, dueBefore: Instant, dueAt: Instant, calendar: WorkingCalendar): Clock {
  const beforeMs = clock.warnAt === null ? 0 : calendar.elapsed(clock.warnAt, clock.dueAt);
  return {
    ...clock,
    workingMs: clock.workingMs + workingTime(calendar, dueBefore, dueAt, endedPauses(clock)),
    dueAt,
    warnAt: warnAtBefore(dueAt, beforeMs, calendar),
    provisional: calendar.isProvisional(dueAt),
    generation: clock.generation + 1,
  };
}
