import type { Day } from '../time';
import type { Weekday } from './civil-day';

/** `["08:30", "11:30"]`: half-open, `24:00` allowed as an end. */
export type HourRange = readonly [from: string, to: string];

/** Hours of their own between two days of every year, both included; `11-01` to `03-31` reaches over New Year. */
export interface Season {
  readonly name: string;
  /** `MM-DD` */
  readonly from: string;
  readonly to: string;
  readonly weekly: Readonly<Partial<Record<Weekday, readonly HourRange[]>>>;
}

/**
 * A working calendar as data. A missing weekday is closed; a season replaces the week; an exception replaces the weekday's hours;
 * a holiday beats an exception; a break beats both.
 */
export interface CalendarSpec {
  /** IANA name, `Asia/Shanghai`. */
  readonly timeZone: string;
  readonly weekly: Readonly<Partial<Record<Weekday, readonly HourRange[]>>>;
  readonly seasons?: readonly Season[];
  readonly holidays?: readonly Day[];
  readonly exceptions?: Readonly<Record<Day, readonly HourRange[]>>;
  readonly breaks?: Readonly<Record<Day, readonly HourRange[]>>;
  /** Those exceptions that are 调休 working days: only the reason shown for them differs. */
  readonly makeupDays?: readonly Day[];
  /** What a special day is called: 国庆节. */
  readonly names?: Readonly<Record<Day, string>>;
  /** Last day whose holidays are published; what falls later is provisional. */
  readonly publishedThrough?: Day;
}

/** The most special days (holidays, exceptions and breaks together) one calendar may carry. */
export const MOST_SPECIAL_DAYS = 5_000;
/** The most stretches of one day. */
export const MOST_RANGES_A_DAY = 48;
/** The most seasons of one calendar. */
export const MOST_SEASONS = 12;
