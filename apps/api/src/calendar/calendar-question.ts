import type { CalendarChoice } from '@zhuqi/application';
import type { PreviewAllowance, Span } from '@zhuqi/domain';
import { instantOf } from '../edge/instant';
import { escapePointer } from '../edge/safe-input';
import { InvalidInput } from '../edge/validated';
import type { CalendarChoiceDto, PreviewDeadlineDto } from './calendar.dto';

const PARTS = [
  'name', // what a calendar is called; nothing is computed from it
  'timeZone',
  'weekly',
  'holidays',
  'exceptions',
  'breaks',
  'makeupDays',
  'names',
  'publishedThrough',
];
const AMOUNTS = ['minutes', 'seconds', 'days'] as const;

const invalid = (pointer: string, code: string, message: string): InvalidInput =>
  new InvalidInput([{ pointer, code, message }]);

/** Which calendar is meant; throws unless exactly one is. */
export function choiceOf({ calendar, regionCode }: CalendarChoiceDto): CalendarChoice {
  if (calendar !== undefined && regionCode !== undefined) {
    throw invalid('/regionCode', 'field.conflict', 'calendar 与 regionCode 只能填一个');
  }
  if (regionCode !== undefined) return { regionCode };
  if (calendar === undefined) throw invalid('/calendar', 'field.required', '请填写 calendar 或 regionCode');
  const stranger = Object.keys(calendar).find((part) => !PARTS.includes(part));
  if (stranger === undefined) return { calendar };
  throw invalid(`/calendar/${escapePointer(stranger)}`, 'field.unknown', '没有这个字段');
}

/** The amount that is granted; throws unless exactly one is given. Working days count from the next day to closing. */
export function allowanceOf(input: PreviewDeadlineDto): PreviewAllowance {
  const given = AMOUNTS.filter((amount) => input[amount] !== undefined);
  if (given.length !== 1) {
    throw invalid(`/${given[1] ?? 'minutes'}`, 'field.conflict', 'minutes、seconds、days 须填且只填一个');
  }
  if (input.minutes !== undefined) return { minutes: input.minutes };
  if (input.seconds !== undefined) return { seconds: input.seconds };
  return { days: input.days ?? 0, from: input.from ?? 'nextDay', endOfDay: input.endOfDay ?? true };
}

export const pausesOf = ({ pauses = [] }: CalendarChoiceDto): Span[] =>
  pauses.map(({ from, to }) => ({ from: instantOf(from), to: instantOf(to) }));
