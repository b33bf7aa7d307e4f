import { Module } from '@nestjs/common';
import {
  CreateAdministrator,
  ExamineInstallation,
  FindOrphans,
  LoadHolidays,
  TryRules,
} from '@zhuqi/application';
import { SeedingModule } from '@zhuqi/seeds';

/** The use cases only an operator runs. */
@Module({
  imports: [SeedingModule],
  providers: [CreateAdministrator, ExamineInstallation, FindOrphans, LoadHolidays, TryRules],
})
export class OperatorModule {}
