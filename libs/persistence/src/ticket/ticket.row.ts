import type { Channel, Outcome, Round, Severity, TicketStatus, Tier, Urgency, Verdict } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CategoryRow } from '../reference/category.row';
import { EnterpriseRow } from '../enterprise/enterprise.row';
import { PersonRow } from '../access/person.row';
import { MatterRow } from '../matter/matter.row';
import { ProjectRow } from '../project/project.row';
import { RegionRow } from '../reference/region.row';
import { UnitRow } from '../reference/unit.row';

/** The ticket as it stands; written by `UPDATE_TICKET` and `INSERT_TICKET`, never through a repository. */
@Entity('ticket')
@Unique('ticket_number_key', ['number'])
@Check('ticket_version_check', 'version > 0')
@Check(
  'ticket_status_check',
  `status in ('submitted', 'accepted', 'dispatched', 'in_progress', 'answered', 'closed', 'need_info', 'suspended', 'rejected', 'withdrawn', 'merged')`,
)
@Check(
  'ticket_resume_status_check',
  `resume_status in ('submitted', 'accepted', 'dispatched', 'in_progress', 'answered', 'closed', 'need_info', 'suspended', 'rejected', 'withdrawn', 'merged')`,
)
@Check(
  'ticket_merged_from_check',
  `merged_from in ('submitted', 'accepted', 'dispatched', 'in_progress', 'answered', 'closed', 'need_info', 'suspended', 'rejected', 'withdrawn', 'merged')`,
)
@Check('ticket_merged_check', `(status = 'merged') = (merged_into_id is not null)`)
@Check('ticket_tier_check', 'tier between 1 and 5')
@Check('ticket_severity_check', `severity in ('consult', 'simple', 'complex', 'major')`)
@Check('ticket_urgency_check', `urgency in ('normal', 'urgent')`)
@Check('ticket_round_check', 'round > 0')
@Check(
  'ticket_outcome_check',
  `outcome in ('resolved', 'answered_on_spot', 'explained', 'planned', 'unresolvable')`,
)
@Check(
  'ticket_channel_check',
  `channel in ('enterprise', 'officer', 'office', 'leader', 'window', 'integrator')`,
)
@Index('ticket_calendar_version', ['regionCode', 'calendarVersion'], {
  where: `(case when status in ('closed', 'rejected', 'withdrawn') then 0 else 1 end) = 1`,
})
@Index('ticket_policy_version', ['regionCode', 'policyVersion'], {
  where: `(case when status in ('closed', 'rejected', 'withdrawn') then 0 else 1 end) = 1`,
})
@Index('ticket_check', ['nextCheckAt'], { where: 'next_check_at is not null' })
@Index('ticket_held_units', ['heldUnitIds'], { type: 'gin' })
@Index('ticket_held_people', ['heldPersonIds'], { type: 'gin' })
@Index('ticket_waiting', ['submittedAt'], { where: `status = 'submitted' and triage_reason is null` })
@Index('ticket_about_person', ['aboutPersonId'], { where: 'about_person_id is not null' })
@Index('ticket_matter', ['matterId'], { where: 'matter_id is not null' })
@Index('ticket_project', ['projectId'], { where: 'project_id is not null' })
@Index('ticket_held_in_person', ['holderPersonId'], {
  where: `holder_person_id is not null and status not in ('closed', 'rejected', 'withdrawn')`,
})
@Index('ticket_held_by_unit', ['holderUnitId'], {
  where: `holder_unit_id is not null and holder_person_id is null and status not in ('closed', 'rejected', 'withdrawn')`,
})
@Index('ticket_merged_into', ['mergedIntoId'], { where: 'merged_into_id is not null' })
@Index('ticket_escalated_open', ['regionCode', 'escalatedAt', 'id'], {
  where: `escalated_at is not null and status in ('submitted', 'accepted', 'dispatched', 'in_progress', 'need_info', 'suspended')`,
})
@Index('ticket_escalated_done', ['regionCode', 'escalatedAt', 'id'], {
  where: `escalated_at is not null and status in ('answered', 'closed', 'rejected', 'withdrawn', 'merged')`,
})
// Only named: what is indexed is an expression or has a direction, which TypeORM cannot say. See the migrations.
@Index('ticket_region_time', { synchronize: false })
@Index('ticket_enterprise', { synchronize: false })
@Index('ticket_search', { synchronize: false })
@Index('ticket_unit_queue', { synchronize: false })
@Index('ticket_person_queue', { synchronize: false })
@Index('ticket_region_open', { synchronize: false })
@Index('ticket_region_final', { synchronize: false })
@Index('ticket_region_status', { synchronize: false })
@Index('ticket_enterprise_open', { synchronize: false })
@Index('ticket_enterprise_final', { synchronize: false })
@Index('ticket_leader_due', { synchronize: false })
@Index('ticket_open_due', { synchronize: false })
@Index('ticket_final_due', { synchronize: false })
@Index('ticket_triage', { synchronize: false })
export class TicketRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_pkey' })
  readonly id!: string;

  @Column('text')
  readonly number!: string;

  @Column('integer')
  readonly version!: number;

  @Column('text', { name: 'head_hash' })
  readonly headHash!: string;

  @ForeignKey(() => RegionRow, { name: 'ticket_region_code_fkey' })
  @Column('text', { name: 'region_code' })
  readonly regionCode!: string;

  @ForeignKey(() => EnterpriseRow, { name: 'ticket_enterprise_id_fkey' })
  @Column('uuid', { name: 'enterprise_id' })
  readonly enterpriseId!: string;

  @ForeignKey(() => ProjectRow, { name: 'ticket_project_id_fkey' })
  @Column('uuid', { name: 'project_id', nullable: true })
  readonly projectId!: string | null;

  @Column('uuid', { name: 'township_id', nullable: true })
  readonly townshipId!: string | null;

  @Column('uuid', { name: 'department_id', nullable: true })
  readonly departmentId!: string | null;

  @Column('text')
  readonly industry!: string;

  @Column('uuid', { name: 'officer_id', nullable: true })
  readonly officerId!: string | null;

  @Column('uuid', { name: 'leader_id', nullable: true })
  readonly leaderId!: string | null;

  @Column('uuid', { name: 'submitter_id', nullable: true })
  readonly submitterId!: string | null;

  @Column('uuid', { name: 'about_person_id', nullable: true })
  readonly aboutPersonId!: string | null;

  @Column('text')
  readonly status!: TicketStatus;

  @Column('text', { name: 'resume_status', nullable: true })
  readonly resumeStatus!: TicketStatus | null;

  @ForeignKey(() => TicketRow, { name: 'ticket_merged_into_id_fkey' })
  @Column('uuid', { name: 'merged_into_id', nullable: true })
  readonly mergedIntoId!: string | null;

  @Column('text', { name: 'merged_from', nullable: true })
  readonly mergedFrom!: TicketStatus | null;

  @Column('timestamptz', { name: 'merged_at', nullable: true })
  readonly mergedAt!: Date | null;

  @ForeignKey(() => MatterRow, { name: 'ticket_matter_id_fkey' })
  @Column('uuid', { name: 'matter_id', nullable: true })
  readonly matterId!: string | null;

  @Column('smallint', { nullable: true })
  readonly tier!: Tier | null;

  @Column('text')
  readonly severity!: Severity;

  @Column('text')
  readonly urgency!: Urgency;

  @Column('integer')
  readonly round!: number;

  @Column('text', { nullable: true })
  readonly outcome!: Outcome | null;

  @Column('text')
  readonly title!: string;

  @Column('text')
  readonly description!: string;

  @ForeignKey(() => CategoryRow, { name: 'ticket_category_fkey' })
  @Column('text')
  readonly category!: string;

  @Column('text')
  readonly channel!: Channel;

  @Column('boolean')
  readonly confidential!: boolean;

  @Column('text', { name: 'contact_name', nullable: true })
  readonly contactName!: string | null;

  @Column('text', { name: 'contact_phone', nullable: true })
  readonly contactPhone!: string | null;

  @ForeignKey(() => UnitRow, { name: 'ticket_holder_unit_id_fkey' })
  @Column('uuid', { name: 'holder_unit_id', nullable: true })
  readonly holderUnitId!: string | null;

  @ForeignKey(() => PersonRow, { name: 'ticket_holder_person_id_fkey' })
  @Column('uuid', { name: 'holder_person_id', nullable: true })
  readonly holderPersonId!: string | null;

  @Column('uuid', { name: 'held_unit_ids', array: true, default: [] })
  readonly heldUnitIds!: readonly string[];

  @Column('uuid', { name: 'held_person_ids', array: true, default: [] })
  readonly heldPersonIds!: readonly string[];

  @Column('uuid', { name: 'assist_unit_ids', array: true, default: [] })
  readonly assistUnitIds!: readonly string[];

  @Column('text', { name: 'triage_reason', nullable: true })
  readonly triageReason!: string | null;

  @Column('timestamptz', { name: 'submitted_at' })
  readonly submittedAt!: Date;

  @Column('timestamptz', { name: 'collected_at', nullable: true })
  readonly collectedAt!: Date | null;

  @Column('timestamptz', { name: 'dispatched_at', nullable: true })
  readonly dispatchedAt!: Date | null;

  @Column('timestamptz', { name: 'tier_since_at', nullable: true })
  readonly tierSinceAt!: Date | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  readonly answeredAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  readonly closedAt!: Date | null;

  @Column('integer', { name: 'dispatch_count', default: 0 })
  readonly dispatchCount!: number;

  @Column('integer', { name: 'hand_dispatch_count', default: 0 })
  readonly handDispatchCount!: number;

  @Column('integer', { name: 'dispute_count', default: 0 })
  readonly disputeCount!: number;

  @Column('integer', { name: 'return_count', default: 0 })
  readonly returnCount!: number;

  @Column('integer', { name: 'info_round', nullable: true })
  readonly infoRound!: number | null;

  @Column('boolean', { name: 'first_contact_on_time', nullable: true })
  readonly firstContactOnTime!: boolean | null;

  @Column('uuid', { name: 'responsible_unit_id', nullable: true })
  readonly responsibleUnitId!: string | null;

  @Column('text', { nullable: true })
  readonly route!: string | null;

  @Column('text', { nullable: true })
  readonly result!: string | null;

  @Column('jsonb', { nullable: true })
  readonly verdict!: Verdict | null;

  @Column('integer', { name: 'policy_version', nullable: true })
  readonly policyVersion!: number | null;

  @Column('integer', { name: 'calendar_version', default: 1 })
  readonly calendarVersion!: number;

  @Column('integer', { name: 'handling_minutes', default: 0 })
  readonly handlingMinutes!: number;

  @Column('integer', { name: 'paused_minutes', default: 0 })
  readonly pausedMinutes!: number;

  @Column('timestamptz', { name: 'reported_at', nullable: true })
  readonly reportedAt!: Date | null;

  @Column('boolean', { name: 'report_asked', default: false })
  readonly reportAsked!: boolean;

  @Column('jsonb', { default: [] })
  readonly rounds!: readonly Round[];

  @Column('jsonb', { default: [] })
  readonly overruns!: readonly { readonly from: number; readonly to: number }[];

  @Column('text', { name: 'escalation_keys', array: true, default: [] })
  readonly escalationKeys!: readonly string[];

  @Column('timestamptz', { name: 'escalate_at', nullable: true })
  readonly escalateAt!: Date | null;

  @Column('timestamptz', { name: 'trigger_at', nullable: true })
  readonly triggerAt!: Date | null;

  @Column('timestamptz', { name: 'wake_at', nullable: true })
  readonly wakeAt!: Date | null;

  @Column('timestamptz', { name: 'next_check_at', nullable: true })
  readonly nextCheckAt!: Date | null;

  @Column('timestamptz', { name: 'next_due_at', nullable: true })
  readonly nextDueAt!: Date | null;

  @Column('timestamptz', { name: 'escalated_at', nullable: true })
  readonly escalatedAt!: Date | null;
}
