import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '@zhuqi/domain';
import { BusinessClock } from '../ports/business-clock';
import { Refused } from '../refused';
import { CalendarBook, type CalendarYear } from './calendar-book';

/** Every day of a region's year with its kind, source and state; without a year that of business time. */
@Injectable()
export class ShowCalendarYear {
  constructor(
    private readonly book: CalendarBook,
    private readonly clock: BusinessClock,
  ) {}

  async execute(regionCode: string, year: number | undefined): Promise<CalendarYear> {
    const current = await this.book.current(regionCode);
    const wanted = year ?? (current === null ? 0 : await this.currentYear(current.calendar));
    const found = await this.book.days(regionCode, wanted);
    if (found === null) throw new Refused({ code: 'calendar.unknown', detail: '没有该地区的工作日历' });
    return found;
  }

  private async currentYear(calendar: WorkingCalendar): Promise<number> {
    return Number(calendar.dayOf(await this.clock.now()).slice(0, 4));
  }
}
