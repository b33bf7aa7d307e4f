import { refused, type Declined } from '../decision';
import { MOST_RANGES_A_DAY, MOST_SEASONS } from './calendar-definition';
import { dayNumber, WEEKDAYS } from './civil-day';
import { liesIn } from './hours-of-days';
import { minuteOfDay } from './hours';

export type Row = Readonly<Record<string, unknown>>;
/** A check answers with what is wrong, or nothing. */
export type Problem = Declined | undefined;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isDay = (value: unknown): value is string =>
  typeof value === 'string' && dayNumber(value) !== null;

export function first<T>(items: Iterable<T>, check: (item: T) => Problem): Problem {
  for (const item of items) {
    const problem = check(item);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

const isWeekday = (key: string): boolean => (WEEKDAYS as readonly string[]).includes(key);

/** What is wrong with the hours of a week, if anything. */
export const weekProblem = (hours: unknown, pointer: string): Problem =>
  hoursProblem(hours, pointer, isWeekday);

/** What is wrong with hours listed by day, if anything. */
export const dayHoursProblem = (hours: unknown, pointer: string): Problem =>
  hoursProblem(hours, pointer, isDay);

function hoursProblem(hours: unknown, pointer: string, isKey: (key: string) => boolean): Problem {
  if (!isRow(hours)) return refused('calendar.invalid', '开放时间应按日列出', pointer);
  return first(Object.entries(hours), ([key, ranges]) => {
    const at = `${pointer}/${escapePointer(key)}`;
    if (!isKey(key)) return refused('calendar.invalid', '日期应为 YYYY-MM-DD，星期应为 mon 至 sun', at);
    return rangesProblem(ranges, at);
  });
}

/** What is wrong with the stretches of one day, if anything. */
export function rangesProblem(ranges: unknown, pointer: string): Problem {
  if (!Array.isArray(ranges)) return refused('calendar.invalid', '一天的开放时间应为时段列表', pointer);
  if (ranges.length > MOST_RANGES_A_DAY)
    return refused('calendar.invalid', `一天最多 ${String(MOST_RANGES_A_DAY)} 个时段`, pointer);
  return first(ranges.entries(), ([index, range]) => rangeProblem(range, `${pointer}/${String(index)}`));
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

interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** A leap year, so that 02-29 is a day of the year. */
const LEAP_YEAR = '2024';
const isDate = (value: unknown): value is string =>
  typeof value === 'string' && isDay(`${LEAP_YEAR}-${value}`);

/** What is wrong with the seasons, if anything; no day may lie in two of them. */
export function seasonsProblem(seasons: unknown, pointer: string): Problem {
  if (seasons === undefined) return undefined;
  if (!Array.isArray(seasons)) return refused('calendar.invalid', '季节作息应为列表', pointer);
  if (seasons.length > MOST_SEASONS)
    return refused('calendar.invalid', `最多 ${String(MOST_SEASONS)} 个季节作息`, pointer);
  return first(seasons.entries(), ([index, season]) => {
    const at = `${pointer}/${String(index)}`;
    return (
      seasonProblem(season, at) ?? overlapProblem(season as Stretch, seasons.slice(0, index) as Stretch[], at)
    );
  });
}

function seasonProblem(season: unknown, pointer: string): Problem {
  if (!isRow(season)) return refused('calendar.invalid', '季节作息应有 name、from、to、weekly', pointer);
  const { name, from, to, weekly } = season;
  if (typeof name !== 'string' || name.trim() === '')
    return refused('calendar.invalid', '请写明季节作息的名称', `${pointer}/name`);
  if (!isDate(from)) return refused('calendar.invalid', '起止日应为 MM-DD', `${pointer}/from`);
  if (!isDate(to)) return refused('calendar.invalid', '起止日应为 MM-DD', `${pointer}/to`);
  return weekProblem(weekly, `${pointer}/weekly`);
}

function overlapProblem(season: Stretch, others: readonly Stretch[], pointer: string): Problem {
  const meets = (a: Stretch, b: Stretch): boolean => liesIn(a, b.from) || liesIn(b, a.from);
  return others.some((other) => meets(season, other))
    ? refused('calendar.invalid', '季节作息的日期不能重叠', pointer)
    : undefined;
}

export const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
