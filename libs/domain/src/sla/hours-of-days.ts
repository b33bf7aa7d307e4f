import type { Day } from '../time';
import type { CalendarSpec, HourRange } from './calendar-definition';
import { dayNumber, dayOfNumber, WEEKDAYS, weekdayIndex, type DayNumber } from './civil-day';
import { joinStretches, minuteOfDay, withoutStretches, type Stretch } from './hours';

/** A calendar's rows made ready to be asked by day number. */
export interface HoursOfDays {
  readonly holidays: ReadonlySet<DayNumber>;
  readonly makeupDays: ReadonlySet<DayNumber>;
  readonly names: ReadonlyMap<DayNumber, string>;
  /** The open minutes of a day: holiday before exception before weekday, breaks taken out. */
  stretchesOf(number: DayNumber): readonly Stretch[];
}

const CLOSED: readonly Stretch[] = [];

/** Reads a valid spec; rows of unreadable days or times are not expected here (see `parseCalendarSpec`). */
export function hoursOfDays(spec: CalendarSpec): HoursOfDays {
  const weekOf = weeks(spec);
  const holidays = dayNumbers(spec.holidays ?? []);
  const exceptions = byDay(spec.exceptions ?? {}, stretches);
  const breaks = byDay(spec.breaks ?? {}, stretches);
  return {
    holidays,
    makeupDays: dayNumbers(spec.makeupDays ?? []),
    names: byDay(spec.names ?? {}, (name) => name),
    stretchesOf(number) {
      if (holidays.has(number)) return CLOSED;
      const open = exceptions.get(number) ?? weekOf(number)[weekdayIndex(number)] ?? CLOSED;
      const holes = breaks.get(number);
      return holes === undefined ? open : withoutStretches(open, holes);
    },
  };
}

type Week = readonly (readonly Stretch[])[];

/** The week that holds on a day: that of the season it lies in, or the usual one. */
function weeks({ weekly, seasons = [] }: CalendarSpec): (number: DayNumber) => Week {
  const weekFrom = (hours: CalendarSpec['weekly']): Week =>
    WEEKDAYS.map((weekday) => stretches(hours[weekday] ?? []));
  const usual = weekFrom(weekly);
  const own = seasons.map((season) => ({ ...season, week: weekFrom(season.weekly) }));
  // A calendar without seasons, the usual one, never asks what day of the year it is.
  if (own.length === 0) return () => usual;
  return (number) => {
    const date = dayOfNumber(number).slice('YYYY-'.length);
    return own.find((season) => liesIn(season, date))?.week ?? usual;
  };
}

/** Whether `MM-DD` lies in a season; one that ends before it begins reaches over New Year. */
export const liesIn = (
  { from, to }: { readonly from: string; readonly to: string },
  date: string,
): boolean => (from <= to ? from <= date && date <= to : from <= date || date <= to);

const stretches = (ranges: readonly HourRange[]): readonly Stretch[] =>
  joinStretches(ranges.map(([from, to]) => [minuteOfDay(from) ?? 0, minuteOfDay(to) ?? 0]));

const dayNumbers = (days: readonly Day[]): ReadonlySet<DayNumber> =>
  new Set(days.map(dayNumber).filter((number) => number !== null));

const byDay = <T, R>(rows: Readonly<Record<Day, T>>, read: (row: T) => R): ReadonlyMap<DayNumber, R> =>
  new Map(
    Object.entries(rows).flatMap(([day, row]) => {
      const number = dayNumber(day);
      return number === null ? [] : [[number, read(row)] as const];
    }),
  );
