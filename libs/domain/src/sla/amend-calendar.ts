import { accepted, refused, type Decision, type Declined } from '../decision';
import type { Day } from '../time';
import type { HourRange, Season } from './calendar-definition';
import {
  calendarOfDistrict,
  type DayRule,
  type DayRuleKind,
  type DistrictCalendar,
} from './district-calendar';
import { dayNumber, dayOfNumber } from './civil-day';
import type { HolidayNotice } from './holiday-notice';
import { LONGEST_CLOSURE_OF_A_DISTRICT, longClosure } from './long-closure';
import { takeNotice } from './take-notice';
import { sorted } from './sorted-data';
import { parseCalendarSpec } from './parse-calendar';
import { rangesProblem, seasonsProblem, weekProblem } from './parse-hours';

/** One day, or every day from `day` to `until`, that the district decides for itself. */
export interface DayRuleOrder {
  readonly day: Day;
  readonly until?: Day;
  readonly kind: DayRuleKind;
  readonly hours?: readonly HourRange[];
  readonly name: string;
  readonly source: string;
}

/** What is to become different; parts that are left out stay as they are. */
export interface CalendarAmendment {
  readonly weekly?: DistrictCalendar['weekly'];
  /** Hours of make-up days. */
  readonly makeup?: readonly HourRange[];
  /** All seasons, in place of the ones there are. */
  readonly seasons?: readonly Season[];
  readonly setDays?: readonly DayRuleOrder[];
  /** Days that follow the national notice again. */
  readonly clearDays?: readonly Day[];
  /** A year's national days, in place of everything known of it. */
  readonly notice?: HolidayNotice;
}

/** The longest stretch one order may close or open. */
export const LONGEST_STRETCH_DAYS = 366;

/** The next version of a district's calendar; refused with the pointer to the first fault, or when nothing differs. */
export function amendCalendar(
  district: DistrictCalendar,
  amendment: CalendarAmendment,
): Decision<DistrictCalendar> {
  const problem = faultOf(amendment);
  if (problem !== undefined) return problem;
  const { weekly, makeup, seasons, notice } = amendment;
  const amended: DistrictCalendar = {
    ...district,
    ...(weekly === undefined ? {} : { weekly }),
    ...(makeup === undefined ? {} : { makeup }),
    ...(seasons === undefined ? {} : { seasons }),
    ...(notice === undefined ? {} : takeNotice(district, notice)),
    rules: rulesAfter(district.rules, amendment),
  };
  const spec = calendarOfDistrict(amended);
  const whole = parseCalendarSpec(spec);
  if (!whole.ok) return whole;
  const closure = longClosure(spec);
  if (closure !== null) return tooLong(closure, amendment);
  return same(district, amended) ? refused('calendar.unchanged', '工作日历没有变化') : accepted(amended);
}

function tooLong(from: Day, { setDays = [] }: CalendarAmendment): Declined {
  const closing = setDays.findIndex(({ day, until = day }) => day <= from && from <= until);
  const most = String(LONGEST_CLOSURE_OF_A_DISTRICT);
  return refused(
    'calendar.never_open',
    `自 ${from} 起连续 ${most} 天以上没有开放时间，时限将无法计算`,
    closing === -1 ? '/weekly' : `/setDays/${String(closing)}`,
  );
}

function faultOf({
  weekly,
  makeup,
  seasons,
  setDays = [],
  clearDays = [],
}: CalendarAmendment): Declined | undefined {
  const hours =
    (weekly === undefined ? undefined : weekProblem(weekly, '/weekly')) ??
    (makeup === undefined ? undefined : rangesProblem(makeup, '/makeup')) ??
    seasonsProblem(seasons, '/seasons');
  if (hours !== undefined) return hours;
  for (const [index, order] of setDays.entries()) {
    const wrong = orderFault(order, `/setDays/${String(index)}`);
    if (wrong !== undefined) return wrong;
  }
  const lost = clearDays.findIndex((day) => dayNumber(day) === null);
  return lost === -1
    ? undefined
    : refused('calendar.invalid', '日期应为 YYYY-MM-DD', `/clearDays/${String(lost)}`);
}

function orderFault({ day, until, kind, hours }: DayRuleOrder, pointer: string): Declined | undefined {
  const [from, to] = [dayNumber(day), dayNumber(until ?? day)];
  if (from === null) return refused('calendar.invalid', '日期应为 YYYY-MM-DD', `${pointer}/day`);
  if (to === null || to < from)
    return refused('calendar.invalid', '止日应为不早于起日的 YYYY-MM-DD', `${pointer}/until`);
  if (to - from >= LONGEST_STRETCH_DAYS)
    return refused('calendar.invalid', `一次最多 ${String(LONGEST_STRETCH_DAYS)} 天`, `${pointer}/until`);
  if (hours === undefined) return undefined;
  if (kind === 'closed') return refused('calendar.invalid', '不开放的日子不需要时段', `${pointer}/hours`);
  return hours.length === 0
    ? refused('calendar.invalid', '开放的日子应有时段', `${pointer}/hours`)
    : rangesProblem(hours, `${pointer}/hours`);
}

/** Later orders beat earlier ones; what is both set and cleared is set. */
function rulesAfter(
  rules: readonly DayRule[],
  { setDays = [], clearDays = [] }: CalendarAmendment,
): readonly DayRule[] {
  const byDay = new Map(rules.map((rule) => [rule.day, rule]));
  for (const day of clearDays) byDay.delete(day);
  for (const rule of setDays.flatMap(daysOf)) byDay.set(rule.day, rule);
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function daysOf({ until, ...order }: DayRuleOrder): readonly DayRule[] {
  const from = dayNumber(order.day) ?? 0;
  const to = dayNumber(until ?? order.day) ?? from;
  return Array.from({ length: to - from + 1 }, (_, step) => ({ ...order, day: dayOfNumber(from + step) }));
}

/** Both are plain data written in the same order of fields. */
const same = (left: DistrictCalendar, right: DistrictCalendar): boolean =>
  JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
