import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module';
import { BulletinModule } from './bulletin/bulletin.module';
import { CalendarModule } from './calendar/calendar.module';
import type { ApiOptions } from './api-options';
import { ConferenceModule } from './conference/conference.module';
import { DemoModule } from './demo/demo.module';
import { EdgeModule } from './edge/edge.module';
import { EnterpriseModule } from './enterprise/enterprise.module';
import { EscalationModule } from './escalation/escalation.module';
import { HandoverModule } from './handover/handover.module';
import { HealthModule } from './health/health.module';
import { JobModule } from './job/job.module';
import { ProjectModule } from './project/project.module';
import { MatterModule } from './matter/matter.module';
import { NoticeModule } from './notice/notice.module';
import { PolicyModule } from './policy/policy.module';
import { OrphanModule } from './orphan/orphan.module';
import { RankingModule } from './ranking/ranking.module';
import { ReferenceModule } from './reference/reference.module';
import { RulesModule } from './rules/rules.module';
import { RulingQueueModule } from './ruling-queue/ruling-queue.module';
import { SettingsModule } from './settings.module';
import { SimilarModule } from './similar/similar.module';
import { StatisticsModule } from './statistics/statistics.module';
import { TaskForceModule } from './task-force/task-force.module';
import { SubstitutionModule } from './substitution/substitution.module';
import { TicketListModule } from './ticket-list/ticket-list.module';
import { TicketModule } from './ticket/ticket.module';

/** What the API can do, feature by feature. */
const FEATURES = [
  TicketModule,
  TicketListModule,
  EscalationModule,
  RulingQueueModule,
  TaskForceModule,
  ConferenceModule,
  SimilarModule,
  MatterModule,
  ProjectModule,
  StatisticsModule,
  RankingModule,
  BulletinModule,
  EnterpriseModule,
  HandoverModule,
  SubstitutionModule,
  OrphanModule,
  NoticeModule,
  ReferenceModule,
  CalendarModule,
  PolicyModule,
  RulesModule,
  AccessModule,
  DemoModule,
  JobModule,
  HealthModule,
];

/** HTTP → use cases. The modules that keep and carry things are made by whoever starts the program. */
@Module({})
export class ApiModule {
  static forRoot(options: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [SettingsModule.forRoot(options), ...options.modules, EdgeModule, ...FEATURES],
    };
  }
}
