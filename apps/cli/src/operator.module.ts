import { Module } from '@nestjs/common';
import {
  AuditAnchors,
  AuditBulletins,
  AuditRankings,
  CreateAdministrator,
  DrawPopulation,
  ExamineInstallation,
  FindOrphans,
  LoadHolidays,
  TryRules,
  VerifyAll,
} from '@zhuqi/application';
import { SeedingModule } from '@zhuqi/seeds';

/** The use cases only an operator runs. */
@Module({
  imports: [SeedingModule],
  providers: [
    ...[CreateAdministrator, ExamineInstallation, FindOrphans, LoadHolidays, TryRules],
    ...[VerifyAll, AuditAnchors, AuditBulletins, AuditRankings, DrawPopulation],
  ],
})
export class OperatorModule {}
