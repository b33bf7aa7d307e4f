import type { Day } from '../time';
import { dayNumber, dayOfNumber } from './civil-day';

/** Months since January of the year 0: the form in which months are counted. The text is taken to be a day. */
export const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The first day of a month by its number. */
export function firstDayOf(month: number): Day {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** The first day of the month a day belongs to. */
export const monthBegins = (day: Day): Day => `${day.slice(0, 8)}01`;

/** The first day of the month after. */
export const nextMonthBegins = (day: Day): Day => firstDayOf(monthNumber(day) + 1);

/** The last day of the month a day belongs to. */
export const monthEnds = (day: Day): Day => dayOfNumber((dayNumber(nextMonthBegins(day)) ?? 0) - 1);
