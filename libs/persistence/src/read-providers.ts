import type { Provider } from '@nestjs/common';
import {
  EnterpriseDirectory,
  EscalatedTickets,
  MatterBook,
  NoticeInbox,
  ReferenceLists,
  ResolutionStatistics,
  RulingQueue,
  SimilarTickets,
  TicketList,
} from '@zhuqi/application';
import { SqlEnterpriseDirectory } from './enterprise/sql-enterprise-directory';
import { SqlEscalatedTickets } from './escalation/sql-escalated-tickets';
import { SqlMatterBook } from './matter/sql-matter-book';
import { SqlNoticeInbox } from './notice/sql-notice-inbox';
import { SqlReferenceLists } from './reference/sql-reference-lists';
import { SqlRulingQueue } from './ruling-queue/sql-ruling-queue';
import { SqlResolutionStatistics } from './statistics/sql-resolution-statistics';
import { SqlSimilarTickets } from './similar/sql-similar-tickets';
import { SqlTicketList } from './ticket-list/sql-ticket-list';

/** The query ports of the screens: plain SQL, never through an aggregate. */
export const READ_PROVIDERS: readonly Provider[] = [
  { provide: ReferenceLists, useClass: SqlReferenceLists },
  { provide: EnterpriseDirectory, useClass: SqlEnterpriseDirectory },
  { provide: TicketList, useClass: SqlTicketList },
  { provide: EscalatedTickets, useClass: SqlEscalatedTickets },
  { provide: RulingQueue, useClass: SqlRulingQueue },
  { provide: ResolutionStatistics, useClass: SqlResolutionStatistics },
  { provide: NoticeInbox, useClass: SqlNoticeInbox },
  { provide: MatterBook, useClass: SqlMatterBook },
  { provide: SimilarTickets, useClass: SqlSimilarTickets },
];
