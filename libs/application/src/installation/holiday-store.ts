import type { CalendarDay, HolidayYear } from '@zhuqi/domain';

/** Everything the country's notices say. */
export interface NationalDays {
  readonly days: readonly CalendarDay[];
  readonly years: readonly HolidayYear[];
}

/** The national holidays and make-up working days; every region's calendar takes its copy of them. */
export abstract class HolidayStore {
  /** In the order of the days. */
  abstract days(): Promise<readonly CalendarDay[]>;

  abstract years(): Promise<readonly HolidayYear[]>;

  /** All of it or nothing. */
  abstract replace(national: NationalDays): Promise<void>;
}
