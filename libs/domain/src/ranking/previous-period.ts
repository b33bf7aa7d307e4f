import { dayNumber, dayOfNumber, type DayNumber } from '../sla/civil-day';
import { firstDayOf, monthNumber } from '../sla/civil-month';
import { DAY_MS, type Day } from '../time';
import type { RankingPeriod } from './ranking';

const HALF_MONTH = 15;

/**
 * The period compared with: for whole calendar months as many months before, for half a month the half before, for
 * anything else as many days before. It is looked at from the same distance, so that both had the same time.
 */
export function previousPeriod({ from, to, asOf }: RankingPeriod): RankingPeriod {
  const [first, last] = [numberOf(from), numberOf(to)];
  const start = previousStart(from, first, last);
  return { from: dayOfNumber(start), to: dayOfNumber(first - 1), asOf: asOf - (first - start) * DAY_MS };
}

function previousStart(from: Day, first: DayNumber, last: DayNumber): DayNumber {
  const endsMonth = dateOf(dayOfNumber(last + 1)) === 1;
  if (dateOf(from) === 1 && endsMonth) {
    const months = monthNumber(dayOfNumber(last + 1)) - monthNumber(from);
    return numberOf(firstDayOf(monthNumber(from) - months));
  }
  if (dateOf(from) === HALF_MONTH + 1 && endsMonth && last - first < HALF_MONTH + 1)
    return first - HALF_MONTH;
  if (dateOf(from) === 1 && last - first === HALF_MONTH - 1) {
    return numberOf(`${dayOfNumber(first - 1).slice(0, 8)}${String(HALF_MONTH + 1)}`);
  }
  return first - (last - first + 1);
}

const dateOf = (day: Day): number => Number(day.slice(8));

/** The caller has checked that it is a day. */
const numberOf = (day: Day): DayNumber => dayNumber(day) ?? 0;
