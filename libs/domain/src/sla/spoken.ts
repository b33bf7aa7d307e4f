import type { Day, Instant } from '../time';
import { HOUR_MS, MINUTE_MS } from '../time';
import type { Allowance } from './allowance';
import type { WorkingCalendar } from './working-calendar';
import { timeZone } from './zone';

/** A moment as a district writes it: day and time to the minute in the calendar's own zone. */
export function spokenInstant(at: Instant, { spec }: WorkingCalendar): string {
  const wall = new Date(at + timeZone(spec.timeZone).offsetAt(at));
  return wall.toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length).replace('T', ' ');
}

/** A day as official papers write it: 2023年12月31日, months and days without a leading zero. */
export function writtenDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${String(Number(month))}月${String(Number(date))}日`;
}

/** From a day to another, the year said once: 2023年12月16日至12月31日. */
export function writtenSpan(from: Day, to: Day): string {
  const end = writtenDay(to);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${writtenDay(from)}至${sameYear ? end.slice(end.indexOf('年') + 1) : end}`;
}

/** Working milliseconds in hours and minutes, cut to the minute. */
export function spokenDuration(ms: number): string {
  const hours = Math.floor(ms / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  if (hours === 0) return `${String(minutes)} 分钟`;
  return minutes === 0 ? `${String(hours)} 小时` : `${String(hours)} 小时 ${String(minutes)} 分钟`;
}

/** An allowance in people's words. */
export const spokenAllowance = (allowance: Allowance): string =>
  allowance.unit === 'sameDay' ? '当日' : `${String(allowance.count)} ${UNIT_LABEL[allowance.unit]}`;

const UNIT_LABEL = { workingDays: '个工作日', workingMinutes: '工作分钟' } as const;
