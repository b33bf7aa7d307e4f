import type { Day } from '../time';
import type { CalendarSpec, HourRange } from './calendar-definition';

export const CALENDAR_DAY_KINDS = ['holiday', 'makeup'] as const;
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number];

export const CALENDAR_DAY_STATES = ['official', 'provisional'] as const;
export type CalendarDayState = (typeof CALENDAR_DAY_STATES)[number];

/** One day of a published holiday notice: a day off, or a 调休 working day. */
export interface CalendarDay {
  readonly day: Day;
  readonly kind: CalendarDayKind;
  readonly name: string;
  /** The notice that says so. */
  readonly source: string;
  readonly state: CalendarDayState;
}

/** The hours of a district; make-up days keep those of Monday unless it says otherwise. */
export interface WorkingHours extends Pick<CalendarSpec, 'timeZone' | 'weekly'> {
  readonly makeup?: readonly HourRange[];
}

/** The last day of the last year with official days: the horizon beyond which deadlines are provisional. */
export function publishedThrough(days: readonly CalendarDay[]): Day | null {
  const years = days.filter(({ state }) => state === 'official').map(({ day }) => day.slice(0, 4));
  const last = years.sort().at(-1);
  return last === undefined ? null : `${last}-12-31`;
}
