import type { Instant } from '../time';
import { DAY_MS, NEVER } from '../time';
import type { DayNumber } from './civil-day';
import type { DayTable } from './day-table';
import { addOpenTime, HORIZON_DAYS, isOpen, LONGEST_CLOSURE_DAYS, subtractOpenTime } from './open-time';

/** How working days are counted. */
export interface DayCount {
  /** `nextDay` (次日起): the first day counted lies after the start's; `sameDay`: a working start day is day 1. */
  readonly from: 'sameDay' | 'nextDay';
  /** The close of the n-th day; otherwise the same wall time on it, or the next opening when closed then. */
  readonly endOfDay: boolean;
}

/**
 * The n-th working day after `start`; negative counts go back (then: the same wall time, or the previous closing).
 * Zero days are `start` itself, or the next opening. `±NEVER` when the calendar runs out.
 */
export function addWorkingDays(table: DayTable, start: Instant, days: number, count: DayCount): Instant {
  if (days === 0) return addOpenTime(table, start, 0);
  const step = days > 0 ? 1 : -1;
  const date = table.dateOf(start);
  const first = countsStartDay(table, start, date, count) ? date : date + step;
  const target = nthWorkingDay(table, first, days);
  if (target === null) return step * NEVER;
  if (count.endOfDay) return table.plan(target).edges.at(-1) ?? NEVER;
  const at = table.zone.instantOf(target * DAY_MS + table.timeOfDay(start));
  if (isOpen(table, at)) return at;
  return step > 0 ? addOpenTime(table, at, 0) : subtractOpenTime(table, at, 0);
}

/** A start day whose hours are already over cannot be day 1 of a count that ends at closing. */
function countsStartDay(table: DayTable, start: Instant, date: DayNumber, count: DayCount): boolean {
  if (count.from === 'nextDay') return false;
  const { edges, openMs } = table.plan(date);
  return openMs > 0 && !(count.endOfDay && start >= (edges.at(-1) ?? start));
}

/** The n-th day with open time, `first` included, in the direction of the sign of `days`. */
function nthWorkingDay(table: DayTable, first: DayNumber, days: number): DayNumber | null {
  const step = Math.sign(days);
  let left = Math.abs(days);
  let closedDays = 0;
  for (let walked = 0; walked < HORIZON_DAYS && closedDays < LONGEST_CLOSURE_DAYS; walked += 1) {
    const number = first + walked * step;
    closedDays = table.plan(number).openMs > 0 ? 0 : closedDays + 1;
    if (closedDays > 0) continue;
    left -= 1;
    if (left === 0) return number;
  }
  return null;
}
