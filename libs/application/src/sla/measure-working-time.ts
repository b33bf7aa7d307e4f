import { Injectable } from '@nestjs/common';
import { type Instant, SECOND_MS, type Span, workingTime } from '@zhuqi/domain';
import { type CalendarChoice, ChosenCalendar } from './chosen-calendar';

export interface MeasureWorkingTimeQuery {
  readonly choice: CalendarChoice;
  readonly from: Instant;
  readonly to: Instant;
  readonly pauses: readonly Span[];
}

/** Whole working seconds between two instants; none when they are reversed. */
@Injectable()
export class MeasureWorkingTime {
  constructor(private readonly calendars: ChosenCalendar) {}

  async execute({ choice, from, to, pauses }: MeasureWorkingTimeQuery): Promise<number> {
    const calendar = await this.calendars.of(choice);
    return from < to ? Math.floor(workingTime(calendar, from, to, pauses) / SECOND_MS) : 0;
  }
}
