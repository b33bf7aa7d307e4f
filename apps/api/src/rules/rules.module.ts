import { Module } from '@nestjs/common';
import { ChangeCalendar, ChangePolicy, TryRules } from '@zhuqi/application';
import { CalendarChangeController } from './calendar-change.controller';
import { PolicyChangeController } from './policy-change.controller';

@Module({
  controllers: [CalendarChangeController, PolicyChangeController],
  providers: [ChangeCalendar, ChangePolicy, TryRules],
})
export class RulesModule {}
