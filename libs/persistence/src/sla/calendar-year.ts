import type { CalendarYear, YearDay } from '@zhuqi/application';
import {
  type Day,
  type DayRule,
  type DistrictCalendar,
  publishedThrough,
  type WorkingCalendar,
} from '@zhuqi/domain';

interface YearOfRegion {
  readonly regionCode: string;
  readonly year: number;
  readonly version: number;
  readonly district: DistrictCalendar;
  readonly calendar: WorkingCalendar;
}

/** Every day of one year with what it is and who says so; a year nobody published is provisional. */
export function calendarYear({ regionCode, year, version, district, calendar }: YearOfRegion): CalendarYear {
  const national = new Map(district.days.map((row) => [row.day, { ...row, own: false }]));
  const own = new Map(district.rules.map((rule) => [rule.day, ownDay(rule, calendar)]));
  const published = district.years.find((row) => row.year === year);
  const ordinary = (day: Day): YearDay => ({
    day,
    kind: calendar.isWorkingDay(day) ? 'working' : 'weekend',
    name: null,
    source: published?.source ?? null,
    state: published?.state ?? 'provisional',
    own: false,
  });
  return {
    ...{ regionCode, year, version },
    timeZone: district.timeZone,
    weekly: district.weekly,
    seasons: district.seasons,
    publishedThrough: publishedThrough(district.days),
    days: [...daysOf(year, calendar)].map((day) => own.get(day) ?? national.get(day) ?? ordinary(day)),
  };
}

/** What a district decides is certain: it is its own to decide. */
const ownDay = ({ day, kind, name, source }: DayRule, calendar: WorkingCalendar): YearDay => ({
  ...{ day, name, source, state: 'official', own: true },
  kind:
    kind === 'closed' ? 'holiday' : calendar.spec.makeupDays?.includes(day) === true ? 'makeup' : 'working',
});

function* daysOf(year: number, calendar: WorkingCalendar): Generator<Day> {
  for (let day: Day = `${year}-01-01`; day.startsWith(`${year}-`); day = calendar.nextDay(day)) yield day;
}
