import type { Provider } from '@nestjs/common';
import {
  Directory,
  DueHandovers,
  DueTickets,
  EventLogAudit,
  IdGenerator,
  Outbox,
  RuleBook,
  SweepLease,
  TicketReader,
  UnitOfWork,
} from '@zhuqi/application';
import { Database } from '../database/database';
import { PgUnitOfWork } from '../database/pg-unit-of-work';
import { PgDueHandovers } from '../handover/pg-due-handovers';
import { PgDirectory } from '../responsibility/pg-directory';
import { PgRuleBook } from '../sla/pg-rule-book';
import { PgSweepLease } from '../sweep/pg-sweep-lease';
import { PgEventLogAudit } from './pg-event-log-audit';
import { PgDueTickets, PgOutbox } from './pg-outbox';
import { PgTicketReader } from './pg-ticket-reader';
import { UuidGenerator } from './uuid-generator';

/** The ports of the write: the transaction, what it is told, and the one way out. */
export const TICKET_PROVIDERS: readonly Provider[] = [
  { provide: UnitOfWork, useFactory: (database: Database) => new PgUnitOfWork(database), inject: [Database] },
  { provide: TicketReader, useClass: PgTicketReader },
  { provide: RuleBook, useClass: PgRuleBook },
  { provide: Directory, useClass: PgDirectory },
  { provide: IdGenerator, useClass: UuidGenerator },
  { provide: Outbox, useClass: PgOutbox },
  { provide: DueHandovers, useClass: PgDueHandovers },
  { provide: DueTickets, useClass: PgDueTickets },
  { provide: SweepLease, useClass: PgSweepLease },
  { provide: EventLogAudit, useClass: PgEventLogAudit },
];
