import type { CalendarDayState, CalendarSpec, Day, WorkingCalendar } from '@zhuqi/domain';

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
}

export interface CalendarYear {
  readonly regionCode: string;
  readonly year: number;
  readonly timeZone: string;
  readonly weekly: CalendarSpec['weekly'];
  /** The last day whose holidays are published; null when no year is. */
  readonly publishedThrough: Day | null;
  readonly days: readonly YearDay[];
}

/** The working calendars of the regions; may be a few seconds old. */
export abstract class CalendarBook {
  /** Null when the region keeps no calendar. */
  abstract forRegion(regionCode: string): Promise<WorkingCalendar | null>;

  abstract days(regionCode: string, year: number): Promise<CalendarYear | null>;
}
