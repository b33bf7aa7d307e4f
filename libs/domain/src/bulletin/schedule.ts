import type { WorkingCalendar } from '../sla';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Day, type Instant } from '../time';
import type { BulletinPeriod } from './content';
import { periodAround, REGULAR_KINDS, type RegularKind } from './periods';

/** A bulletin whose time has come. */
export interface DuePublication extends BulletinPeriod {
  readonly kind: RegularKind;
  /** When it was to appear: what it tells is what was known then, however late it is drawn. */
  readonly dueAt: Instant;
}

/** A kind of bulletin that appears by itself. */
export interface ScheduledKind {
  readonly kind: RegularKind;
  /** Periods that were over before this day do not appear by themselves. */
  readonly since: Day;
}

/** 08:30 in the district's time. */
const APPEARS_AFTER_MIDNIGHT_MS = 8 * HOUR_MS + 30 * MINUTE_MS;
/** After an outage the bulletins of this long ago still appear; older ones are news to nobody. */
export const MADE_UP_FOR_DAYS = 31;
/** Whatever was done before the time of appearance has been committed by then. */
const SETTLED_AFTER_MS = MINUTE_MS;
/** No closure of a district is longer; a calendar that never opens again publishes nothing. */
const LONGEST_WAIT_DAYS = 60;

/** When the bulletin of a period appears: on the first working day after it; null when there is none. */
export function appearsAt(calendar: WorkingCalendar, { to }: BulletinPeriod): Instant | null {
  let day = calendar.nextDay(to);
  for (let waited = 0; waited < LONGEST_WAIT_DAYS; waited += 1) {
    if (calendar.isWorkingDay(day)) return calendar.startOfDay(day) + APPEARS_AFTER_MIDNIGHT_MS;
    day = calendar.nextDay(day);
  }
  return null;
}

/**
 * The regular bulletins that were to appear within the last 31 days, the earliest first. Which of them have appeared is
 * for the caller to know.
 */
export function duePublications(
  kinds: readonly ScheduledKind[],
  calendar: WorkingCalendar,
  now: Instant,
): DuePublication[] {
  const earliest = now - MADE_UP_FOR_DAYS * DAY_MS;
  return inOrder(kinds)
    .flatMap(({ kind, since }) =>
      periodsUntil(kind, calendar, now)
        .filter(({ to }) => to >= since)
        .map((period) => ({ kind, ...period })),
    )
    .flatMap((period): DuePublication[] => {
      const dueAt = appearsAt(calendar, period);
      const due = dueAt !== null && dueAt > earliest && dueAt + SETTLED_AFTER_MS <= now;
      return due ? [{ ...period, dueAt }] : [];
    })
    .sort((a, b) => a.dueAt - b.dueAt);
}

/** Of those that appear at the same time the shorter period is told of first. */
const inOrder = (kinds: readonly ScheduledKind[]): ScheduledKind[] =>
  REGULAR_KINDS.flatMap((name) => kinds.filter(({ kind }) => kind === name));

/** The periods that may have come due in the time that is made up for: a closure may lie between end and appearance. */
function periodsUntil(kind: RegularKind, calendar: WorkingCalendar, now: Instant): BulletinPeriod[] {
  const today = calendar.dayOf(now);
  const first = calendar.dayOf(now - (MADE_UP_FOR_DAYS + LONGEST_WAIT_DAYS) * DAY_MS);
  const periods: BulletinPeriod[] = [];
  for (let day = first; day < today;) {
    const period = periodAround(kind, day);
    if (period.to < today) periods.push(period);
    day = calendar.nextDay(period.to);
  }
  return periods;
}
