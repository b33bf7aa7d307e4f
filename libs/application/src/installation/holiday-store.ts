import type { CalendarDay, CalendarDayState, Day } from '@zhuqi/domain';

/** A year with the notice that its days come from. */
export interface HolidayYear {
  readonly year: number;
  readonly source: string;
  readonly state: CalendarDayState;
}

export interface HolidayReplacement {
  readonly put: readonly CalendarDay[];
  readonly remove: readonly Day[];
  readonly year: HolidayYear;
}

/** Holidays and make-up working days, the same for every region. */
export abstract class HolidayStore {
  /** In the order of the days. */
  abstract days(): Promise<readonly CalendarDay[]>;

  abstract years(): Promise<readonly HolidayYear[]>;

  /** All of it or nothing. */
  abstract replace(replacement: HolidayReplacement): Promise<void>;

  /** Clocks that run or are paused. */
  abstract liveClocks(): Promise<number>;
}
