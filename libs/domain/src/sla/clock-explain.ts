import type { Instant } from '../time';
import { SECOND_MS } from '../time';
import { countsFrom } from './allowance';
import type { Clock } from './clock';
import { pausesUntil } from './clock-pauses';
import { dueAtIfResumed } from './clock-lamp';
import { dueAfterPauses } from './pauses';
import { countSeconds, type Segment } from './segments';
import type { WorkingCalendar } from './working-calendar';

/** Why a clock is due when it is; the counted seconds add up to `workingSeconds`. */
export interface ClockExplanation {
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly workingSeconds: number;
  readonly segments: readonly Segment[];
}

const FIRST_DAY_NOTE = '次日起算';
const CARRIED_OVER_NOTE = '首日暂停顺延';

/**
 * Accounts for every instant from start to due. A pause that still lasts is taken as ending now, so the due time
 * told here is the one it would then have.
 */
export function explainClock(clock: Clock, calendar: WorkingCalendar, now: Instant): ClockExplanation {
  const { startedAt, allowance, workingMs } = clock;
  const dueAt = dueAtIfResumed(clock, now, calendar);
  const pauses = pausesUntil(clock, now);
  const countedFrom = Math.min(countsFrom(allowance, startedAt, calendar), dueAt);
  const counted = calendar.addTime(countedFrom, workingMs);
  const countedTo = Math.min(dueAfterPauses(calendar, countedFrom, counted, pauses), dueAt);
  return {
    startedAt,
    dueAt,
    workingSeconds: Math.floor(workingMs / SECOND_MS),
    segments: countSeconds([
      ...calendar.describe(startedAt, countedFrom, pauses).map(onFirstDay),
      ...calendar.describe(countedFrom, countedTo, pauses),
      ...calendar.describe(countedTo, dueAt, pauses).map(carriedOver),
    ]),
  };
}

/** A count in days leaves out what remains of the day it started on. */
const onFirstDay = (segment: Segment): Segment =>
  segment.reason === 'pause' ? segment : { ...segment, reason: 'closed', note: FIRST_DAY_NOTE };

/** A pause on that first day is added after the last day: this is its open time, given back. */
const carriedOver = (segment: Segment): Segment =>
  segment.reason === 'open' || segment.reason === 'makeup'
    ? { ...segment, reason: 'pause', note: CARRIED_OVER_NOTE }
    : segment;
