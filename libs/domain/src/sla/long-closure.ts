import type { Day } from '../time';
import type { CalendarSpec } from './calendar-definition';
import { dayNumber, dayOfNumber, type DayNumber } from './civil-day';
import { hoursOfDays } from './hours-of-days';

/** The most days in a row a district may be closed: beyond that no allowance would ever run out. */
export const LONGEST_CLOSURE_OF_A_DISTRICT = 366;

/**
 * The first day of a closure that lasts too long, or the day after the last special one when the calendar does not open
 * again by its week; null when it always opens in time.
 */
export function longClosure(spec: CalendarSpec): Day | null {
  const hours = hoursOfDays(spec);
  const isClosed = (number: DayNumber): boolean => hours.stretchesOf(number).length === 0;
  let seenUntil = -Infinity;
  for (const first of starts(spec)) {
    if (first < seenUntil) continue;
    let end = first;
    while (isClosed(end)) {
      end += 1;
      if (end - first > LONGEST_CLOSURE_OF_A_DISTRICT) return dayOfNumber(first);
    }
    seenUntil = end;
  }
  return null;
}

/** Where a closure can begin, in order: at a holiday, and after the last day that is special. */
function starts({ holidays = [], exceptions = {} }: CalendarSpec): readonly DayNumber[] {
  const numbers = (days: readonly Day[]): DayNumber[] =>
    days.map(dayNumber).filter((number) => number !== null);
  const closed = numbers(holidays);
  const special = [...closed, ...numbers(Object.keys(exceptions))];
  const afterAll = special.reduce((last, number) => Math.max(last, number), 0) + 1;
  return [...closed, afterAll].sort((a, b) => a - b);
}
