import { Module } from '@nestjs/common';
import { ChosenCalendar, MeasureWorkingTime, PreviewDeadline, ShowCalendarYear } from '@zhuqi/application';
import { CalendarController } from './calendar.controller';

@Module({
  controllers: [CalendarController],
  providers: [ChosenCalendar, ShowCalendarYear, PreviewDeadline, MeasureWorkingTime],
})
export class CalendarModule {}
