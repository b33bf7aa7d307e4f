import { accepted, refused, type Declined, type Decision } from '../decision';
import { MOST_RANGES_A_DAY, MOST_SPECIAL_DAYS, type CalendarSpec } from './calendar-definition';
import { dayNumber, WEEKDAYS } from './civil-day';
import { hoursOfDays } from './hours-of-days';
import { minuteOfDay } from './hours';
import { isTimeZone } from './zone';

type Row = Readonly<Record<string, unknown>>;
/** A check answers with what is wrong, or nothing. */
type Problem = Declined | undefined;

const PARTS = ['weekly', 'exceptions', 'breaks'] as const;
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
    first(PARTS, (part) => hoursProblem(part, input[part])) ??
    first(DAY_LISTS, (list) => daysProblem(list, input[list])) ??
    namesProblem(input['names']) ??
    horizonProblem(input['publishedThrough']) ??
    neverOpenProblem(input as unknown as CalendarSpec);
  return problem ?? accepted(input as unknown as CalendarSpec);
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDay = (value: unknown): value is string => typeof value === 'string' && dayNumber(value) !== null;

function first<T>(items: Iterable<T>, check: (item: T) => Problem): Problem {
  for (const item of items) {
    const problem = check(item);
    if (problem !== undefined) return problem;
  }
  return undefined;
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

function hoursProblem(part: (typeof PARTS)[number], hours: unknown): Problem {
  if (hours === undefined && part !== 'weekly') return undefined;
  if (!isRow(hours)) return refused('calendar.invalid', '开放时间应按日列出', `/${part}`);
  const isKey = part === 'weekly' ? (key: string) => (WEEKDAYS as readonly string[]).includes(key) : isDay;
  return first(Object.entries(hours), ([key, ranges]) => {
    const pointer = `/${part}/${escapePointer(key)}`;
    if (!isKey(key)) return refused('calendar.invalid', '日期应为 YYYY-MM-DD，星期应为 mon 至 sun', pointer);
    if (!Array.isArray(ranges)) return refused('calendar.invalid', '一天的开放时间应为时段列表', pointer);
    if (ranges.length > MOST_RANGES_A_DAY)
      return refused('calendar.invalid', `一天最多 ${String(MOST_RANGES_A_DAY)} 个时段`, pointer);
    return first(ranges.entries(), ([index, range]) => rangeProblem(range, `${pointer}/${String(index)}`));
  });
}

function rangeProblem(range: unknown, pointer: string): Problem {
  if (!Array.isArray(range) || range.length !== 2)
    return refused('calendar.invalid', '时段应为 [开始, 结束]', pointer);
  const minutes = range.map((time) => (typeof time === 'string' ? minuteOfDay(time) : null));
  const bad = minutes.indexOf(null);
  if (bad >= 0)
    return refused('calendar.invalid', '时间应为 00:00 至 24:00 的 HH:MM', `${pointer}/${String(bad)}`);
  const [from = 0, to = 0] = minutes as number[];
  return from < to ? undefined : refused('calendar.invalid', '时段的开始应早于结束；跨夜请分成两段', pointer);
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
  if (Object.values(spec.weekly).some((ranges) => ranges.length > 0)) return undefined;
  const hours = hoursOfDays(spec);
  const opens = Object.keys(spec.exceptions ?? {}).some(
    (day) => hours.stretchesOf(dayNumber(day) ?? 0).length > 0,
  );
  return opens ? undefined : refused('calendar.never_open', '工作日历没有任何开放时间', '/weekly');
}

const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
