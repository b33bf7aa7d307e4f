import type { CalendarDayState, CalendarSpec, Day, DistrictCalendar, WorkingCalendar } from '@zhuqi/domain';
import type { VersionedCalendar } from '../ports/rule-book';

export type YearDayKind = 'working' | 'weekend' | 'holiday' | 'makeup';

/** One day as it is published or, past the published years, as it is assumed. */
export interface YearDay {
  readonly day: Day;
  readonly kind: YearDayKind;
  /** What a holiday or a make-up day is called. */
  readonly name: string | null;
  /** The notice that says so. */
  readonly source: string | null;
  readonly state: CalendarDayState;
  /** Whether the district decided it for itself. */
  readonly own: boolean;
}

export interface CalendarYear {
  readonly regionCode: string;
  readonly year: number;
  readonly timeZone: string;
  /** The version of the calendar this is. */
  readonly version: number;
  readonly weekly: CalendarSpec['weekly'];
  readonly seasons: DistrictCalendar['seasons'];
  /** The last day whose holidays are published; null when no year is. */
  readonly publishedThrough: Day | null;
  readonly days: readonly YearDay[];
}

/** The working calendars of the regions; what holds today may be a few seconds old. */
export abstract class CalendarBook {
  /** Null when the region keeps no calendar. */
  abstract current(regionCode: string): Promise<VersionedCalendar | null>;

  /** One version, which never changes; null when there is none of that number. */
  abstract version(regionCode: string, version: number): Promise<WorkingCalendar | null>;

  abstract days(regionCode: string, year: number): Promise<CalendarYear | null>;
}
