import { accepted, refused, type Decision } from '../decision';
import { MOST_SPECIAL_DAYS, type CalendarSpec } from './calendar-definition';
import { dayNumber } from './civil-day';
import { hoursOfDays } from './hours-of-days';
import {
  dayHoursProblem,
  escapePointer,
  first,
  isDay,
  isRow,
  seasonsProblem,
  weekProblem,
  type Problem,
  type Row,
} from './parse-hours';
import { isTimeZone } from './zone';

const DAY_PARTS = ['exceptions', 'breaks'] as const;
const DAY_LISTS = ['holidays', 'makeupDays'] as const;

/**
 * Reads a calendar from outside. Refuses the first fault with its JSON pointer; overlapping ranges are no fault,
 * they are joined when the calendar is built.
 */
export function parseCalendarSpec(input: unknown): Decision<CalendarSpec> {
  if (!isRow(input)) return refused('calendar.invalid', '工作日历应为一个对象', '');
  const problem =
    zoneProblem(input['timeZone']) ??
    sizeProblem(input) ??
    weekProblem(input['weekly'], '/weekly') ??
    seasonsProblem(input['seasons'], '/seasons') ??
    first(DAY_PARTS, (part) =>
      input[part] === undefined ? undefined : dayHoursProblem(input[part], `/${part}`),
    ) ??
    first(DAY_LISTS, (list) => daysProblem(list, input[list])) ??
    namesProblem(input['names']) ??
    horizonProblem(input['publishedThrough']) ??
    neverOpenProblem(input as unknown as CalendarSpec);
  return problem ?? accepted(input as unknown as CalendarSpec);
}

const zoneProblem = (zone: unknown): Problem =>
  typeof zone === 'string' && isTimeZone(zone)
    ? undefined
    : refused('calendar.invalid', '时区应为 IANA 名称，例如 Asia/Shanghai', '/timeZone');

function sizeProblem(input: Row): Problem {
  const rows = ['holidays', 'exceptions', 'breaks', 'makeupDays', 'names']
    .map((part) => input[part])
    .reduce<number>(
      (sum, part) => sum + (typeof part === 'object' && part !== null ? Object.keys(part).length : 0),
      0,
    );
  if (rows <= MOST_SPECIAL_DAYS) return undefined;
  return refused('calendar.invalid', `一份工作日历最多 ${String(MOST_SPECIAL_DAYS)} 个特殊日期`, '');
}

function daysProblem(list: string, days: unknown): Problem {
  if (days === undefined) return undefined;
  if (!Array.isArray(days)) return refused('calendar.invalid', '应为日期列表', `/${list}`);
  return first(days.entries(), ([index, day]) =>
    isDay(day) ? undefined : refused('calendar.invalid', '日期应为 YYYY-MM-DD', `/${list}/${String(index)}`),
  );
}

function namesProblem(names: unknown): Problem {
  if (names === undefined) return undefined;
  if (!isRow(names)) return refused('calendar.invalid', '日期名称应按日列出', '/names');
  return first(Object.entries(names), ([day, name]) =>
    isDay(day) && typeof name === 'string'
      ? undefined
      : refused('calendar.invalid', '应为日期与名称', `/names/${escapePointer(day)}`),
  );
}

const horizonProblem = (day: unknown): Problem =>
  day === undefined || isDay(day)
    ? undefined
    : refused('calendar.invalid', '日期应为 YYYY-MM-DD', '/publishedThrough');

function neverOpenProblem(spec: CalendarSpec): Problem {
  const weeks = [spec.weekly, ...(spec.seasons ?? []).map(({ weekly }) => weekly)];
  if (weeks.some((week) => Object.values(week).some((ranges) => ranges.length > 0))) return undefined;
  const hours = hoursOfDays(spec);
  const opens = Object.keys(spec.exceptions ?? {}).some(
    (day) => hours.stretchesOf(dayNumber(day) ?? 0).length > 0,
  );
  return opens ? undefined : refused('calendar.never_open', '工作日历没有任何开放时间', '/weekly');
}
