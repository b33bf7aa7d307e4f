import type { Instant } from '../time';
import { MINUTE_MS } from '../time';
import type { WorkingCalendar } from './working-calendar';

/**
 * What a clock grants. Working days count from the day after the start (次日起) and end at closing;
 * `sameDay` ends at the closing of the start's working day, or of the next one when started after hours.
 */
export type Allowance =
  | { readonly unit: 'workingDays'; readonly count: number }
  | { readonly unit: 'workingMinutes'; readonly count: number }
  | { readonly unit: 'sameDay' };

/** When an allowance that starts at `at` runs out; RangeError when the calendar never opens again. */
export function dueAfter(allowance: Allowance, at: Instant, calendar: WorkingCalendar): Instant {
  const due = DUE[allowance.unit](allowance, at, calendar);
  if (!Number.isFinite(due)) throw new RangeError('the calendar holds no working time for this allowance');
  return due;
}

const countOf = (allowance: Allowance): number => (allowance.unit === 'sameDay' ? 1 : allowance.count);

const DUE: Record<
  Allowance['unit'],
  (allowance: Allowance, at: Instant, calendar: WorkingCalendar) => Instant
> = {
  workingDays: (allowance, at, calendar) =>
    calendar.addDays(at, countOf(allowance), { from: 'nextDay', endOfDay: true }),
  workingMinutes: (allowance, at, calendar) => calendar.addTime(at, countOf(allowance) * MINUTE_MS),
  sameDay: (_allowance, at, calendar) => calendar.addDays(at, 1, { from: 'sameDay', endOfDay: true }),
};

/** From when on open time counts: a count in days leaves out the rest of the day it starts on. */
export const countsFrom = (allowance: Allowance, startedAt: Instant, calendar: WorkingCalendar): Instant =>
  allowance.unit === 'workingDays' && allowance.count > 0 ? calendar.nextMidnight(startedAt) : startedAt;
