import { AccountSessionRow } from './access/account-session.row';
import { AccountRow } from './access/account.row';
import { PersonRow } from './access/person.row';
import { BusinessClockRow } from './demo/business-clock.row';
import { BulletinNoteRow } from './bulletin/bulletin-note.row';
import { BulletinScheduleRow } from './bulletin/bulletin-schedule.row';
import { BulletinRow } from './bulletin/bulletin.row';
import { FigureTargetRow } from './bulletin/figure-target.row';
import { EnterpriseRow } from './enterprise/enterprise.row';
import { EscalationRow } from './escalation/escalation.row';
import { HandoverPairingRow } from './handover/handover-pairing.row';
import { HandoverTicketRow } from './handover/handover-ticket.row';
import { HandoverRow } from './handover/handover.row';
import { MatterRow } from './matter/matter.row';
import { NoticeRow } from './notice/notice.row';
import { ProjectChangeRow } from './project/project-change.row';
import { ProjectRow } from './project/project.row';
import { RankingAppealRulingRow } from './ranking/ranking-appeal-ruling.row';
import { RankingAppealRow } from './ranking/ranking-appeal.row';
import { RankingPublicationRow } from './ranking/ranking-publication.row';
import { RankingSchemeRow } from './ranking/ranking-scheme.row';
import { AnchorHeadRow } from './proof/anchor-head.row';
import { AnchorPublicationRow } from './proof/anchor-publication.row';
import { AnchorRow } from './proof/anchor.row';
import { VerificationRow } from './proof/verification.row';
import { CategoryRow } from './reference/category.row';
import { RegionRow } from './reference/region.row';
import { RejectionGroundRow } from './reference/rejection-ground.row';
import { UnitIndustryRow } from './reference/unit-industry.row';
import { UnitRow } from './reference/unit.row';
import { PairingRow } from './responsibility/pairing.row';
import { SeedStateRow } from './seeding/seed-state.row';
import { CalendarDayRow } from './sla/calendar-day.row';
import { CalendarYearRow } from './sla/calendar-year.row';
import { CalendarVersionRow } from './rules/calendar-version.row';
import { PolicyRow } from './sla/policy.row';
import { SweepLeaseRow } from './sweep/sweep-lease.row';
import { SubstitutionRow } from './substitution/substitution.row';
import { LedgerRow } from './statistics/ledger.row';
import { LedgerRollupRow } from './statistics/ledger-rollup.row';
import { LedgerTailRow } from './statistics/ledger-tail.row';
import { TaskForceMemberRow } from './task-force/task-force-member.row';
import { TaskForceRow } from './task-force/task-force.row';
import { IdempotencyRow } from './ticket/idempotency.row';
import { OutboxRow } from './ticket/outbox.row';
import { TicketAssistRow } from './ticket/ticket-assist.row';
import { TicketClockRow } from './ticket/ticket-clock.row';
import { TicketConferenceRow } from './ticket/ticket-conference.row';
import { TicketEventRow } from './ticket/ticket-event.row';
import { TicketFollowUpRow } from './ticket/ticket-follow-up.row';
import { TicketHoldingRow } from './ticket/ticket-holding.row';
import { TicketItemRow } from './ticket/ticket-item.row';
import { TicketRequestRow } from './ticket/ticket-request.row';
import { TicketTextRow } from './ticket/ticket-text.row';
import { TicketRow } from './ticket/ticket.row';

/** Every table as TypeORM knows it; a test proves that these classes and the migrations make the same schema. */
export const ROWS = [
  TicketRow,
  TicketClockRow,
  TicketHoldingRow,
  TicketRequestRow,
  TicketAssistRow,
  TicketItemRow,
  TicketConferenceRow,
  TicketFollowUpRow,
  TicketEventRow,
  TicketTextRow,
  OutboxRow,
  IdempotencyRow,
  PairingRow,
  EscalationRow,
  PolicyRow,
  CalendarVersionRow,
  CalendarDayRow,
  CalendarYearRow,
  LedgerRow,
  LedgerTailRow,
  LedgerRollupRow,
  EnterpriseRow,
  PersonRow,
  AccountRow,
  AccountSessionRow,
  RegionRow,
  UnitRow,
  UnitIndustryRow,
  TaskForceRow,
  TaskForceMemberRow,
  CategoryRow,
  RejectionGroundRow,
  NoticeRow,
  MatterRow,
  RankingSchemeRow,
  RankingPublicationRow,
  RankingAppealRow,
  RankingAppealRulingRow,
  ProjectRow,
  ProjectChangeRow,
  BulletinRow,
  BulletinNoteRow,
  BulletinScheduleRow,
  FigureTargetRow,
  HandoverRow,
  HandoverTicketRow,
  HandoverPairingRow,
  SubstitutionRow,
  BusinessClockRow,
  SeedStateRow,
  SweepLeaseRow,
  VerificationRow,
  AnchorRow,
  AnchorHeadRow,
  AnchorPublicationRow,
];
