import type { WorkingCalendar } from '../sla';
import type { Day, Instant } from '../time';

const FARTHEST_DAYS = 366;

interface Today {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
}

/** Working days after today up to and including the day; 0 when it is not a working day within a year from today. */
export function workingDaysUntil(dueOn: Day, { calendar, now }: Today): number {
  let day = calendar.dayOf(now);
  if (dueOn <= day || !calendar.isWorkingDay(dueOn)) return 0;
  let count = 0;
  for (let step = 1; step <= FARTHEST_DAYS; step += 1) {
    day = calendar.nextDay(day);
    if (calendar.isWorkingDay(day)) count += 1;
    if (day === dueOn) return count;
  }
  return 0;
}

/** The closing of a working day after today; null when it is not one within a year. */
export function closingOf(day: Day, today: Today): Instant | null {
  return workingDaysUntil(day, today) === 0 ? null : closingOfDay(day, today.calendar);
}

/** The closing of a day wherever it lies; that of the working day before when it is none. */
export const closingOfDay = (day: Day, calendar: WorkingCalendar): Instant =>
  calendar.previousClosing(calendar.startOfDay(calendar.nextDay(day)));

/** The opening of a working day after today; null when it is not one within a year. */
export function openingOf(day: Day, today: Today): Instant | null {
  const { calendar } = today;
  return workingDaysUntil(day, today) === 0 ? null : calendar.nextOpening(calendar.startOfDay(day));
}
