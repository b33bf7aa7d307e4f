import type { Day } from '../time';
import type { CalendarSpec, HourRange } from './calendar-definition';
import { dayNumber, WEEKDAYS, weekdayIndex, type DayNumber } from './civil-day';
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
  const weekly = WEEKDAYS.map((weekday) => stretches(spec.weekly[weekday] ?? []));
  const holidays = dayNumbers(spec.holidays ?? []);
  const exceptions = byDay(spec.exceptions ?? {}, stretches);
  const breaks = byDay(spec.breaks ?? {}, stretches);
  return {
    holidays,
    makeupDays: dayNumbers(spec.makeupDays ?? []),
    names: byDay(spec.names ?? {}, (name) => name),
    stretchesOf(number) {
      if (holidays.has(number)) return CLOSED;
      const open = exceptions.get(number) ?? weekly[weekdayIndex(number)] ?? CLOSED;
      const holes = breaks.get(number);
      return holes === undefined ? open : withoutStretches(open, holes);
    },
  };
}

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
