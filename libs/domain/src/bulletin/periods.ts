import { dayNumber, dayOfNumber, weekdayIndex, type DayNumber } from '../sla/civil-day';
import { monthBegins, monthEnds } from '../sla/civil-month';
import type { Day } from '../time';
import type { BulletinKind, BulletinPeriod } from './content';

/** The kinds that have a calendar of their own. */
export type RegularKind = Exclude<BulletinKind, 'special'>;

export const REGULAR_KINDS = ['weekly', 'half_monthly', 'monthly'] as const satisfies readonly RegularKind[];

export const isRegular = (kind: BulletinKind): kind is RegularKind => kind !== 'special';

const DAYS_A_WEEK = 7;
const MIDDLE_OF_MONTH = '15';

type PeriodOf = (day: Day) => BulletinPeriod;

/** Monday to Sunday; the 1st to the 15th or the 16th to the month's end; the calendar month. */
const PERIOD_AROUND: Readonly<Record<RegularKind, PeriodOf>> = {
  weekly: (day) => {
    const monday = numberOf(day) - weekdayIndex(numberOf(day));
    return { from: dayOfNumber(monday), to: dayOfNumber(monday + DAYS_A_WEEK - 1) };
  },
  half_monthly: (day) => {
    const month = day.slice(0, 8);
    return day.slice(8) <= MIDDLE_OF_MONTH
      ? { from: `${month}01`, to: `${month}${MIDDLE_OF_MONTH}` }
      : { from: `${month}16`, to: monthEnds(day) };
  },
  monthly: (day) => ({ from: monthBegins(day), to: monthEnds(day) }),
};

/** The period of this kind that the day belongs to. */
export const periodAround = (kind: RegularKind, day: Day): BulletinPeriod => PERIOD_AROUND[kind](day);

/** The period before: of a regular kind the one that ended the day before, of a special one as many days. */
export function periodBefore(kind: BulletinKind, { from, to }: BulletinPeriod): BulletinPeriod {
  const lastDay = dayOfNumber(numberOf(from) - 1);
  if (isRegular(kind)) return periodAround(kind, lastDay);
  return { from: dayOfNumber(numberOf(from) - daysOf({ from, to })), to: lastDay };
}

/** How many days a period has, both ends included. */
export const daysOf = ({ from, to }: BulletinPeriod): number => numberOf(to) - numberOf(from) + 1;

/** The last period of this kind that is over before the day begins. */
export const lastEnded = (kind: RegularKind, today: Day): BulletinPeriod =>
  periodBefore(kind, periodAround(kind, today));

function numberOf(day: Day): DayNumber {
  const number = dayNumber(day);
  if (number === null) throw new RangeError(`not a day: ${day}`);
  return number;
}
