import { accepted, refused, type Decision } from '../decision';
import {
  CALENDAR_DAY_KINDS,
  CALENDAR_DAY_STATES,
  type CalendarDay,
  type CalendarDayState,
} from './calendar-days';
import { dayNumber } from './civil-day';

/** The holidays and make-up working days of one year, as the State Council's notice gives them. */
export interface HolidayNotice {
  readonly year: number;
  readonly days: readonly CalendarDay[];
}

const EARLIEST_YEAR = 2000;
const LATEST_YEAR = 2100;
const MOST_DAYS = 120;
const FIELDS = ['day', 'kind', 'name', 'source', 'state'] as const;

type Row = Readonly<Record<string, unknown>>;
type Complaint = { readonly pointer: string; readonly what: string } | null;

/** Reads `{ year, days: [{ day, kind, name, source, state }] }`; refuses with a pointer to the first wrong place. */
export function parseHolidayNotice(input: unknown): Decision<HolidayNotice> {
  const complaint = complaintAbout(input);
  return complaint === null
    ? accepted(input as HolidayNotice)
    : refused('holidays.invalid', `${complaint.pointer || '/'}：${complaint.what}`, complaint.pointer);
}

/** A year counts as official when every day of its notice is. */
export const stateOf = ({ days }: HolidayNotice): CalendarDayState =>
  days.every(({ state }) => state === 'official') ? 'official' : 'provisional';

function complaintAbout(input: unknown): Complaint {
  if (!isRow(input)) return { pointer: '', what: '应为 { "year": 2027, "days": [ … ] }' };
  const { year, days } = input;
  if (typeof year !== 'number' || !Number.isInteger(year) || year < EARLIEST_YEAR || year > LATEST_YEAR)
    return { pointer: '/year', what: `应为 ${String(EARLIEST_YEAR)} 至 ${String(LATEST_YEAR)} 的年份` };
  if (!Array.isArray(days) || days.length === 0 || days.length > MOST_DAYS)
    return { pointer: '/days', what: `应列出 1 至 ${String(MOST_DAYS)} 个日期` };
  const seen = new Set<unknown>();
  for (const [index, row] of days.entries()) {
    const wrong = complaintAboutDay(row, year, `/days/${String(index)}`);
    if (wrong !== null) return wrong;
    const { day } = row as CalendarDay;
    if (seen.has(day)) return { pointer: `/days/${String(index)}/day`, what: `${day} 重复出现` };
    seen.add(day);
  }
  return null;
}

function complaintAboutDay(row: unknown, year: number, pointer: string): Complaint {
  if (!isRow(row)) return { pointer, what: `应有 ${FIELDS.join('、')}` };
  const stranger = Object.keys(row).find((field) => !(FIELDS as readonly string[]).includes(field));
  if (stranger !== undefined) return { pointer: `${pointer}/${stranger}`, what: '没有这个字段' };
  const { day, kind, name, source, state } = row;
  if (typeof day !== 'string' || dayNumber(day) === null)
    return { pointer: `${pointer}/day`, what: '应为 YYYY-MM-DD 的日期' };
  if (!day.startsWith(`${String(year)}-`) && !day.startsWith(`${String(year - 1)}-12-`))
    return { pointer: `${pointer}/day`, what: `${day} 不属于 ${String(year)} 年，也不在上年 12 月` };
  if (!oneOf(CALENDAR_DAY_KINDS, kind))
    return { pointer: `${pointer}/kind`, what: '应为 holiday（放假）或 makeup（调休上班）' };
  if (!oneOf(CALENDAR_DAY_STATES, state))
    return { pointer: `${pointer}/state`, what: '应为 official（已公布）或 provisional（暂定）' };
  if (!isName(name)) return { pointer: `${pointer}/name`, what: '应写明节日名称' };
  return isName(source) ? null : { pointer: `${pointer}/source`, what: '应写明所依据的通知' };
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const oneOf = (list: readonly string[], value: unknown): boolean =>
  typeof value === 'string' && list.includes(value);

const isName = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
