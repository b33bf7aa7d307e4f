import type { Day } from '../time';
import {
  publishedThrough,
  type CalendarDay,
  type CalendarDayState,
  type WorkingHours,
} from './calendar-days';
import type { CalendarSpec, HourRange, Season } from './calendar-definition';
import { dayNumber, WEEKDAYS, weekdayIndex } from './civil-day';
import { liesIn } from './hours-of-days';

export const DAY_RULE_KINDS = ['closed', 'open'] as const;
export type DayRuleKind = (typeof DAY_RULE_KINDS)[number];

/** What a district decides for one day of its own, whatever the national notice says: a winter stop, an event. */
export interface DayRule {
  readonly day: Day;
  readonly kind: DayRuleKind;
  /** Of an open day; without them those of a make-up day. */
  readonly hours?: readonly HourRange[];
  readonly name: string;
  /** The decision that says so. */
  readonly source: string;
}

/** A year whose days are known, by which notice. */
export interface HolidayYear {
  readonly year: number;
  readonly source: string;
  readonly state: CalendarDayState;
}

/** Everything one version of a district's calendar consists of; a version never changes. */
export interface DistrictCalendar extends WorkingHours {
  readonly seasons: readonly Season[];
  /** The national holidays and make-up days as they were known. */
  readonly days: readonly CalendarDay[];
  readonly years: readonly HolidayYear[];
  /** The district's own days, which beat the national ones. */
  readonly rules: readonly DayRule[];
}

/** The working calendar a district's rows make. */
export function calendarOfDistrict(district: DistrictCalendar): CalendarSpec {
  const own = new Set(district.rules.map(({ day }) => day));
  const days = district.days.filter(({ day }) => !own.has(day));
  const holidays = [...days.filter(({ kind }) => kind === 'holiday'), ...ofKind(district, 'closed')];
  const makeupDays = days.filter(({ kind }) => kind === 'makeup').map(({ day }) => day);
  const opened = ofKind(district, 'open');
  const makeup = makeupHours(district);
  const horizon = publishedThrough(district.days);
  return {
    timeZone: district.timeZone,
    weekly: district.weekly,
    ...(district.seasons.length === 0 ? {} : { seasons: district.seasons }),
    holidays: holidays.map(({ day }) => day),
    exceptions: Object.fromEntries([
      ...makeupDays.map((day) => [day, makeup(day)] as const),
      ...opened.map(({ day, hours }) => [day, hours ?? makeup(day)] as const),
    ]),
    makeupDays: [
      ...makeupDays,
      ...opened.map(({ day }) => day).filter((day) => !opensUsually(district, day)),
    ],
    names: Object.fromEntries([...days, ...district.rules].map(({ day, name }) => [day, name])),
    ...(horizon === null ? {} : { publishedThrough: horizon }),
  };
}

const ofKind = ({ rules }: DistrictCalendar, kind: DayRuleKind): readonly DayRule[] =>
  rules.filter((rule) => rule.kind === kind);

/** The week of the season a day lies in, or the usual one. */
const weekOn = ({ weekly, seasons }: DistrictCalendar, day: Day): CalendarSpec['weekly'] =>
  seasons.find((season) => liesIn(season, day.slice('YYYY-'.length)))?.weekly ?? weekly;

function opensUsually(district: DistrictCalendar, day: Day): boolean {
  const weekday = WEEKDAYS[weekdayIndex(dayNumber(day) ?? 0)];
  return weekday !== undefined && (weekOn(district, day)[weekday] ?? []).length > 0;
}

/** A make-up day keeps the district's hours for such days, or those of Monday in its season. */
const makeupHours =
  (district: DistrictCalendar) =>
  (day: Day): readonly HourRange[] =>
    district.makeup ?? weekOn(district, day).mon ?? district.weekly.mon ?? [];

/** Hours with national days alone: the calendar of a district that has decided nothing of its own. */
export const calendarOfDays = (hours: WorkingHours, days: readonly CalendarDay[]): CalendarSpec =>
  calendarOfDistrict({ ...hours, days, years: [], seasons: [], rules: [] });
