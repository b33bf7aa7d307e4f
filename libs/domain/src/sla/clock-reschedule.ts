import type { Instant } from '../time';
import { countsFrom, dueAfter } from './allowance';
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

/** The due time a clock would have from its start and its ended pauses alone: no extension, no minimum granted. */
export function dueWithoutExtension(clock: Clock, calendar: WorkingCalendar): Instant {
  const due = dueAfter(clock.allowance, clock.startedAt, calendar);
  return dueAfterPauses(calendar, clock.startedAt, due, endedPauses(clock));
}

/**
 * A live clock worked out anew on a changed calendar: the same allowance, pauses and extensions in open time.
 * A clock that does not move is returned as it is, so a dry run counts the ones that do.
 */
export function rescheduleClock(clock: Clock, { before, after }: CalendarChange): Clock {
  if (clock.state !== 'running' && clock.state !== 'paused') return clock;
  const added = before.elapsed(dueWithoutExtension(clock, before), clock.dueAt);
  const base = dueWithoutExtension(clock, after);
  const dueAt = added === 0 ? base : after.addTime(base, added);
  const granted = clock.workingMs - firstGrant(clock, before) + firstGrant(clock, after);
  const beforeMs = clock.warnAt === null ? 0 : before.elapsed(clock.warnAt, clock.dueAt);
  const moved: Clock = {
    ...clock,
    workingMs: granted,
    originalDueAt: dueAfter(clock.allowance, clock.startedAt, after),
    dueAt,
    warnAt: warnAtBefore(dueAt, beforeMs, after),
    provisional: after.isProvisional(dueAt),
    generation: clock.generation + 1,
  };
  const same = (['dueAt', 'warnAt', 'workingMs', 'originalDueAt', 'provisional'] as const).every(
    (field) => moved[field] === clock[field],
  );
  return same ? clock : moved;
}

const firstGrant = ({ allowance, startedAt }: Clock, calendar: WorkingCalendar): number =>
  calendar.elapsed(countsFrom(allowance, startedAt, calendar), dueAfter(allowance, startedAt, calendar));
