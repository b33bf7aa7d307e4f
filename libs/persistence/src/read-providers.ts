import type { Provider } from '@nestjs/common';
import {
  ConferenceList,
  EnterpriseDirectory,
  EscalatedTickets,
  FigureRollup,
  HandoverBook,
  MatterBook,
  NoticeInbox,
  OrphanSearch,
  ProjectBook,
  RankingPublications,
  RankingSchemes,
  ReferenceLists,
  ResolutionStatistics,
  RollupAudit,
  RulingQueue,
  SubstitutionBook,
  SimilarTickets,
  TaskForceBook,
  TicketList,
} from '@zhuqi/application';
import { BULLETIN_PROVIDERS } from './bulletin/providers';
import { SqlConferenceList } from './conference/sql-conference-list';
import { SqlEnterpriseDirectory } from './enterprise/sql-enterprise-directory';
import { SqlEscalatedTickets } from './escalation/sql-escalated-tickets';
import { SqlMatterBook } from './matter/sql-matter-book';
import { SqlHandoverBook } from './handover/sql-handover-book';
import { SqlNoticeInbox } from './notice/sql-notice-inbox';
import { SqlOrphanSearch } from './orphan/sql-orphan-search';
import { SqlProjectBook } from './project/sql-project-book';
import { SqlRankingPublications } from './ranking/sql-ranking-publications';
import { SqlRankingSchemes } from './ranking/sql-ranking-schemes';
import { SqlReferenceLists } from './reference/sql-reference-lists';
import { SqlRulingQueue } from './ruling-queue/sql-ruling-queue';
import { SqlResolutionStatistics } from './statistics/sql-resolution-statistics';
import { PgFigureRollup } from './statistics/pg-figure-rollup';
import { PgRollupAudit } from './statistics/pg-rollup-audit';
import { SqlSimilarTickets } from './similar/sql-similar-tickets';
import { SqlTaskForceBook } from './task-force/sql-task-force-book';
import { SqlSubstitutionBook } from './substitution/sql-substitution-book';
import { SqlTicketList } from './ticket-list/sql-ticket-list';

/** The query ports of the screens: plain SQL, never through an aggregate. */
export const READ_PROVIDERS: readonly Provider[] = [
  ...BULLETIN_PROVIDERS,
  { provide: ReferenceLists, useClass: SqlReferenceLists },
  { provide: EnterpriseDirectory, useClass: SqlEnterpriseDirectory },
  { provide: TicketList, useClass: SqlTicketList },
  { provide: EscalatedTickets, useClass: SqlEscalatedTickets },
  { provide: ConferenceList, useClass: SqlConferenceList },
  { provide: RulingQueue, useClass: SqlRulingQueue },
  { provide: TaskForceBook, useClass: SqlTaskForceBook },
  { provide: ResolutionStatistics, useClass: SqlResolutionStatistics },
  { provide: FigureRollup, useClass: PgFigureRollup },
  { provide: RollupAudit, useClass: PgRollupAudit },
  { provide: HandoverBook, useClass: SqlHandoverBook },
  { provide: SubstitutionBook, useClass: SqlSubstitutionBook },
  { provide: OrphanSearch, useClass: SqlOrphanSearch },
  { provide: NoticeInbox, useClass: SqlNoticeInbox },
  { provide: MatterBook, useClass: SqlMatterBook },
  { provide: ProjectBook, useClass: SqlProjectBook },
  { provide: RankingSchemes, useClass: SqlRankingSchemes },
  { provide: RankingPublications, useClass: SqlRankingPublications },
  { provide: SimilarTickets, useClass: SqlSimilarTickets },
];
