import type { Day, Instant } from '../time';
import { NEVER } from '../time';
import type { CalendarSpec } from './calendar-definition';
import { dayNumber, dayOfNumber } from './civil-day';
import { DayTable } from './day-table';
import { hoursOfDays } from './hours-of-days';
import { addOpenTime, isOpen, openPeriods, openTimeBetween, subtractOpenTime } from './open-time';
import { parseCalendarSpec } from './parse-calendar';
import type { Span } from './spans';
import { describe, type Segment } from './segments';
import { addWorkingDays, type DayCount } from './working-days';
import { timeZone } from './zone';

/**
 * Working time as a value: hours, holidays, make-up days and breaks in one zone, all amounts in milliseconds.
 * Hours are half-open. What lies beyond a calendar that never opens again is `NEVER` (or `-NEVER`).
 */
export interface WorkingCalendar {
  readonly spec: CalendarSpec;
  isOpen(at: Instant): boolean;
  /** `at` itself when open. */
  nextOpening(at: Instant): Instant;
  /** `at` itself when open or exactly at closing. */
  previousClosing(at: Instant): Instant;
  /** When `ms` of open time have passed since `start`; ending exactly at closing stays closing time. */
  addTime(start: Instant, ms: number): Instant;
  /** The latest instant from which `ms` of open time remain until `from`. */
  subtractTime(from: Instant, ms: number): Instant;
  /** Open milliseconds in `[from, to)`, 0 when reversed. */
  elapsed(from: Instant, to: Instant): number;
  /** See `addWorkingDays`; negative days go back. */
  addDays(start: Instant, days: number, count: DayCount): Instant;
  /** Lazy; the first period is clipped to `from`. */
  openPeriods(from: Instant): Iterable<{ from: Instant; to: Instant }>;
  dayOf(at: Instant): Day;
  isWorkingDay(day: Day): boolean;
  /** Open milliseconds of one day. */
  openMsOf(day: Day): number;
  /** Open milliseconds of the day that holds `at`. */
  openMsAround(at: Instant): number;
  /** First instant of a day; RangeError for text that is no day. */
  startOfDay(day: Day): Instant;
  nextDay(day: Day): Day;
  /** The first instant of the day after the one that holds `at`. */
  nextMidnight(at: Instant): Instant;
  /** Whether `at` falls on a day whose holidays are not yet published. */
  isProvisional(at: Instant): boolean;
  describe(from: Instant, to: Instant, pauses?: readonly Span[]): readonly Segment[];
}

/** Builds the value once per set of rows; RangeError with the refusal's words when the rows are not a calendar. */
export function workingCalendar(spec: CalendarSpec): WorkingCalendar {
  const parsed = parseCalendarSpec(spec);
  if (!parsed.ok)
    throw new RangeError(`${parsed.refusal.code} ${parsed.refusal.pointer ?? ''} ${parsed.refusal.detail}`);
  const table = new DayTable(hoursOfDays(spec), timeZone(spec.timeZone));
  const horizon = dayNumber(spec.publishedThrough ?? '') ?? NEVER;
  const planOf = (day: Day) => table.plan(numberOf(day));
  return {
    spec,
    isOpen: (at) => isOpen(table, at),
    nextOpening: (at) => addOpenTime(table, at, 0),
    previousClosing: (at) => subtractOpenTime(table, at, 0),
    addTime: (start, ms) => addOpenTime(table, start, ms),
    subtractTime: (from, ms) => subtractOpenTime(table, from, ms),
    elapsed: (from, to) => openTimeBetween(table, from, to),
    addDays: (start, days, count) => addWorkingDays(table, start, days, count),
    openPeriods: (from) => openPeriods(table, from),
    dayOf: (at) => table.plan(table.dateOf(at)).day,
    isWorkingDay: (day) => planOf(day).openMs > 0,
    openMsOf: (day) => planOf(day).openMs,
    openMsAround: (at) => table.plan(table.dateOf(at)).openMs,
    startOfDay: (day) => planOf(day).start,
    nextDay: (day) => dayOfNumber(numberOf(day) + 1),
    nextMidnight: (at) => table.plan(table.dateOf(at) + 1).start,
    isProvisional: (at) => table.dateOf(at) > horizon,
    describe: (from, to, pauses = []) => describe(table, from, to, pauses),
  };
}

function numberOf(day: Day): number {
  const number = dayNumber(day);
  if (number === null) throw new RangeError(`not a day: ${day}`);
  return number;
}
