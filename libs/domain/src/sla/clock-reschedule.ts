import type { Instant } from '../time';
import { countsFrom, dueAfter, type Allowance } from './allowance';
import type { Clock } from './clock';
import { endedPauses } from './clock-pauses';
import { warnAtBefore } from './lamp';
import { dueAfterPauses } from './pauses';
import type { WorkingCalendar } from './working-calendar';

/** A change of calendar: what the clock was promised on, and what holds now. */
export interface CalendarChange {
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
}

/** The due time a clock would have under an allowance, from its start and its ended pauses alone. */
export function dueUnder(allowance: Allowance, clock: Clock, calendar: WorkingCalendar): Instant {
  const due = dueAfter(allowance, clock.startedAt, calendar);
  return dueAfterPauses(calendar, clock.startedAt, due, endedPauses(clock));
}

/** The same under its own allowance: no extension, no minimum granted. */
const dueAsStarted = (clock: Clock, calendar: WorkingCalendar): Instant =>
  dueUnder(clock.allowance, clock, calendar);

/**
 * A live clock worked out anew on a changed calendar: the same allowance, pauses and extensions in open time.
 * A clock that does not move is returned as it is, so a dry run counts the ones that do.
 */
export function rescheduleClock(clock: Clock, { before, after }: CalendarChange): Clock {
  if (clock.state !== 'running' && clock.state !== 'paused') return clock;
  const [from, base] = [dueAsStarted(clock, before), dueAsStarted(clock, after)];
  const movedTo = (due: Instant): Instant => {
    const added = before.elapsed(from, due);
    return added === 0 ? base : after.addTime(base, added);
  };
  const dueAt = movedTo(clock.dueAt);
  const granted = clock.workingMs - firstGrant(clock, before) + firstGrant(clock, after);
  const beforeMs = clock.warnAt === null ? 0 : before.elapsed(clock.warnAt, clock.dueAt);
  const moved: Clock = {
    ...clock,
    workingMs: granted,
    originalDueAt: dueAfter(clock.allowance, clock.startedAt, after),
    dueAt,
    unextendedDueAt: movedTo(clock.unextendedDueAt),
    warnAt: warnAtBefore(dueAt, beforeMs, after),
    provisional: after.isProvisional(dueAt),
    generation: clock.generation + 1,
  };
  const same = MOVABLE.every((field) => moved[field] === clock[field]);
  return same ? clock : moved;
}

const MOVABLE = ['dueAt', 'unextendedDueAt', 'warnAt', 'workingMs', 'originalDueAt', 'provisional'] as const;

const firstGrant = ({ allowance, startedAt }: Clock, calendar: WorkingCalendar): number =>
  calendar.elapsed(countsFrom(allowance, startedAt, calendar), dueAfter(allowance, startedAt, calendar));
