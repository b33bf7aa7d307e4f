import { Injectable } from '@nestjs/common';
import { parseCalendarSpec, type WorkingCalendar, workingCalendar } from '@zhuqi/domain';
import { Refused } from '../refused';
import { CalendarBook } from './calendar-book';

/** A region's calendar, or one the caller brings along to try out. */
export type CalendarChoice = { readonly regionCode: string } | { readonly calendar: unknown };

/** Finds or builds the calendar of a try-out; refused `calendar.unknown` or with the place of its first fault. */
@Injectable()
export class ChosenCalendar {
  constructor(private readonly book: CalendarBook) {}

  async of(choice: CalendarChoice): Promise<WorkingCalendar> {
    if ('calendar' in choice) return built(choice.calendar);
    const found = await this.book.current(choice.regionCode);
    if (found === null) throw new Refused({ code: 'calendar.unknown', detail: '没有该地区的工作日历' });
    return found.calendar;
  }
}

function built(calendar: unknown): WorkingCalendar {
  const parsed = parseCalendarSpec(calendar);
  if (parsed.ok) return workingCalendar(parsed.value);
  const { pointer = '', ...refusal } = parsed.refusal;
  throw new Refused({ ...refusal, pointer: `/calendar${pointer}` });
}
