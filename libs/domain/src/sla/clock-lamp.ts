import type { Instant } from '../time';
import { MINUTE_MS } from '../time';
import type { Clock, ClockState } from './clock';
import { pausesUntil, standsAt } from './clock-pauses';
import type { Lamp } from './lamp';
import { dueAfterPauses, workingTime } from './pauses';
import type { WorkingCalendar } from './working-calendar';

const LAMP_OF: Record<ClockState, (clock: Clock, now: Instant) => Lamp> = {
  idle: () => 'grey',
  paused: () => 'grey',
  // A stop exactly at the due time was in time; a clock still running then is not.
  stopped: (clock, now) => (standsAt(clock, now) > clock.dueAt ? 'red' : 'green'),
  running: (clock, now) => {
    if (now >= clock.dueAt) return 'red';
    return clock.warnAt !== null && now >= clock.warnAt ? 'yellow' : 'green';
  },
};

/** The lamp is computed, never stored; a stopped clock shows whether it stopped in time. */
export const clockLamp = (clock: Clock, now: Instant): Lamp => LAMP_OF[clock.state](clock, now);

/** When the lamp of a running clock changes next if nothing happens; null when it will not. */
export function nextLampChangeAt(clock: Clock, now: Instant): Instant | null {
  if (clock.state !== 'running') return null;
  return [clock.warnAt, clock.dueAt].find((at) => at !== null && at > now) ?? null;
}

/** Open milliseconds past the due time, pauses not counted; 0 when in time. */
export function overdueMs(clock: Clock, now: Instant, calendar: WorkingCalendar): number {
  return workingTime(
    calendar,
    clock.dueAt,
    Math.max(clock.dueAt, standsAt(clock, now)),
    pausesUntil(clock, now),
  );
}

/** Whole open minutes until the due time, negative when past it; stands still with the clock. */
export function workMinutesLeft(clock: Clock, now: Instant, calendar: WorkingCalendar): number {
  const at = standsAt(clock, now);
  const ms = at < clock.dueAt ? calendar.elapsed(at, clock.dueAt) : -overdueMs(clock, now, calendar);
  return Math.trunc(ms / MINUTE_MS) + 0;
}

/** Milliseconds a clock has stood in pauses, by the wall; with a calendar, only open time. */
export function pausedMs(clock: Clock, now: Instant, calendar?: WorkingCalendar): number {
  return pausesUntil(clock, now).reduce(
    (sum, { from, to }) => sum + (calendar === undefined ? to - from : calendar.elapsed(from, to)),
    0,
  );
}

/** The due time as it would be if a pause that still lasts ended now. */
export function dueAtIfResumed(clock: Clock, now: Instant, calendar: WorkingCalendar): Instant {
  const last = clock.pauses.at(-1);
  if (last?.to !== null) return clock.dueAt;
  const to = clock.stoppedAt ?? now;
  return dueAfterPauses(calendar, last.from, clock.dueAt, [{ from: last.from, to }]);
}
