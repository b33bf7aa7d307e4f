import type { Day } from '../time';

/** Days since 1970-01-01: the form in which the calendar counts, so that no `Date` is needed. */
export type DayNumber = number;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const DAY_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01 to 1970-01-01: the Gregorian arithmetic below counts from March. */
const EPOCH_SHIFT = 719_468;

/** `YYYY-MM-DD` to its number; null for text that is no day of the Gregorian calendar. */
export function dayNumber(day: Day): DayNumber | null {
  const [, year, month, date] = DAY_FORM.exec(day) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const number = numberOfCivil(Number(year), Number(month), Number(date));
  return dayOfNumber(number) === day ? number : null;
}

function numberOfCivil(year: number, month: number, date: number): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

/** A day number written as `YYYY-MM-DD`. */
export function dayOfNumber(number: DayNumber): Day {
  const shifted = number + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Monday = 0 … Sunday = 6; 1970-01-01 was a Thursday. */
export const weekdayIndex = (number: DayNumber): number => (((number + 3) % 7) + 7) % 7;
