import { dayNumber, dayOfNumber, type DayNumber } from '../sla/civil-day';
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
  if (dateOf(from) === 1 && endsMonth) return monthsBefore(from, monthsBetween(from, dayOfNumber(last + 1)));
  if (dateOf(from) === HALF_MONTH + 1 && endsMonth && last - first < HALF_MONTH + 1)
    return first - HALF_MONTH;
  if (dateOf(from) === 1 && last - first === HALF_MONTH - 1) {
    return numberOf(`${dayOfNumber(first - 1).slice(0, 8)}${String(HALF_MONTH + 1)}`);
  }
  return first - (last - first + 1);
}

const dateOf = (day: Day): number => Number(day.slice(8));
const monthIndex = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthsBetween = (from: Day, until: Day): number => monthIndex(until) - monthIndex(from);

function monthsBefore(day: Day, months: number): DayNumber {
  const index = monthIndex(day) - months;
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return numberOf(`${year}-${String((index % 12) + 1).padStart(2, '0')}-01`);
}

/** The caller has checked that it is a day. */
const numberOf = (day: Day): DayNumber => dayNumber(day) ?? 0;
