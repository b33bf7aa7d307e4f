import type { CalendarYear, YearDay } from '@zhuqi/application';
import {
  type CalendarDay,
  type CalendarDayState,
  type Day,
  publishedThrough,
  type WorkingCalendar,
  type WorkingHours,
} from '@zhuqi/domain';

export interface PublishedYear {
  readonly year: number;
  readonly source: string;
  readonly state: CalendarDayState;
}

/** All rows one region's calendar is made of. */
export interface CalendarRows {
  readonly hours: WorkingHours;
  readonly days: readonly CalendarDay[];
  readonly years: readonly PublishedYear[];
}

interface YearOfRegion {
  readonly regionCode: string;
  readonly year: number;
  readonly rows: CalendarRows;
  readonly calendar: WorkingCalendar;
}

/** Every day of one year with what it is and who says so; a year nobody published is provisional. */
export function calendarYear({ regionCode, year, rows, calendar }: YearOfRegion): CalendarYear {
  const special = new Map(rows.days.map((row) => [row.day, row]));
  const published = rows.years.find((row) => row.year === year);
  const ordinary = (day: Day): YearDay => ({
    day,
    kind: calendar.isWorkingDay(day) ? 'working' : 'weekend',
    name: null,
    source: published?.source ?? null,
    state: published?.state ?? 'provisional',
  });
  return {
    regionCode,
    year,
    timeZone: rows.hours.timeZone,
    weekly: rows.hours.weekly,
    publishedThrough: publishedThrough(rows.days),
    days: [...daysOf(year, calendar)].map((day) => special.get(day) ?? ordinary(day)),
  };
}

function* daysOf(year: number, calendar: WorkingCalendar): Generator<Day> {
  for (let day: Day = `${year}-01-01`; day.startsWith(`${year}-`); day = calendar.nextDay(day)) yield day;
}
