import { Injectable } from '@nestjs/common';
import { Refused } from '../refused';
import { CalendarBook, type CalendarYear } from './calendar-book';

/** Every day of a region's year with its kind, source and state. */
@Injectable()
export class ShowCalendarYear {
  constructor(private readonly book: CalendarBook) {}

  async execute(regionCode: string, year: number): Promise<CalendarYear> {
    const found = await this.book.days(regionCode, year);
    if (found === null) throw new Refused({ code: 'calendar.unknown', detail: '没有该地区的工作日历' });
    return found;
  }
}
