import type { Population, Tier } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TicketRow } from '../ticket/ticket.row';

/** Append-only: what an event added to the measures, for the region and the people it counts for. */
@Entity('ledger')
@Check('ledger_population_check', `population in ('enterprise', 'project')`)
@Index('ledger_cohort', ['regionCode', 'collectedOn', 'at'])
@Index('ledger_enterprise', ['enterpriseId', 'collectedOn'])
@Index('ledger_time', ['regionCode', 'at'])
@Index('ledger_confidential', ['leaderId', 'collectedOn'], { where: 'confidential' })
export class LedgerRow {
  @ForeignKey(() => TicketRow, { name: 'ledger_ticket_id_fkey' })
  @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'ledger_pkey' })
  readonly ticketId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ledger_pkey' })
  readonly seq!: number;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'ledger_pkey' })
  readonly part!: number;

  @Column('timestamptz')
  readonly at!: Date;

  @Column('date', { name: 'collected_on' })
  readonly collectedOn!: string;

  @Column('text', { name: 'region_code' })
  readonly regionCode!: string;

  @Column('uuid', { name: 'township_id', nullable: true })
  readonly townshipId!: string | null;

  @Column('uuid', { name: 'department_id', nullable: true })
  readonly departmentId!: string | null;

  @Column('text')
  readonly industry!: string;

  @Column('uuid', { name: 'enterprise_id' })
  readonly enterpriseId!: string;

  @Column('uuid', { name: 'officer_id', nullable: true })
  readonly officerId!: string | null;

  @Column('uuid', { name: 'leader_id', nullable: true })
  readonly leaderId!: string | null;

  @Column('text')
  readonly category!: string;

  @Column('smallint', { nullable: true })
  readonly tier!: Tier | null;

  @Column('text')
  readonly population!: Population;

  @Column('boolean')
  readonly confidential!: boolean;

  @Column('smallint')
  readonly collected!: number;

  @Column('smallint')
  readonly resolved!: number;

  @Column('smallint')
  readonly closed!: number;

  @Column('smallint', { name: 'closed_on_time' })
  readonly closedOnTime!: number;

  @Column('smallint', { name: 'on_time_without_extension' })
  readonly onTimeWithoutExtension!: number;

  @Column('smallint', { name: 'first_contact_on_time' })
  readonly firstContactOnTime!: number;

  @Column('smallint')
  readonly satisfied!: number;

  @Column('smallint')
  readonly rated!: number;

  @Column('smallint', { name: 'not_rated' })
  readonly notRated!: number;

  @Column('smallint', { name: 'confirmed_by_enterprise' })
  readonly confirmedByEnterprise!: number;

  @Column('smallint')
  readonly reworked!: number;

  @Column('smallint')
  readonly returned!: number;

  @Column('smallint')
  readonly open!: number;

  @Column('smallint')
  readonly overdue!: number;

  @Column('smallint', { name: 'answered_last_hour', default: 0 })
  readonly answeredLastHour!: number;

  @Column('smallint', { name: 'paused_near_due', default: 0 })
  readonly pausedNearDue!: number;

  @Column('smallint', { name: 'severity_lowered', default: 0 })
  readonly severityLowered!: number;

  @Column('smallint', { name: 'closed_without_contact', default: 0 })
  readonly closedWithoutContact!: number;

  @Column('integer', { name: 'handling_minutes', default: 0 })
  readonly handlingMinutes!: number;

  @Column('integer', { name: 'paused_minutes', default: 0 })
  readonly pausedMinutes!: number;
}
