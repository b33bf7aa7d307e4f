import type { Allowance, ClockKind, ClockState, Pause, Tier } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { TicketRow } from './ticket.row';

/** A promise of a ticket, with its own time. */
@Entity('ticket_clock')
@Unique('ticket_clock_ticket_id_ordinal_key', ['ticketId', 'ordinal'])
@Check(
  'ticket_clock_kind_check',
  `kind in ('claim', 'firstContact', 'reply', 'resolve', 'leg', 'supervise', 'assist')`,
)
@Check('ticket_clock_state_check', `state in ('idle', 'running', 'paused', 'stopped')`)
@Check('ticket_clock_hushed_check', `hushed in ('none', 'yellow', 'red')`)
@Check('ticket_clock_working_ms_check', 'working_ms >= 0')
@Index('ticket_clock_late', ['ticketId'], {
  where: `state = 'stopped' and stopped_at > due_at and kind in ('resolve', 'leg')`,
})
export class TicketClockRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_clock_pkey' })
  readonly id!: string;

  @ForeignKey(() => TicketRow, { name: 'ticket_clock_ticket_id_fkey' })
  @Column('uuid', { name: 'ticket_id' })
  readonly ticketId!: string;

  @Column('integer')
  readonly ordinal!: number;

  @Column('text')
  readonly kind!: ClockKind;

  @Column('integer')
  readonly round!: number;

  @Column('smallint', { nullable: true })
  readonly tier!: Tier | null;

  @Column('uuid', { name: 'unit_id', nullable: true })
  readonly unitId!: string | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  readonly personId!: string | null;

  @Column('text')
  readonly state!: ClockState;

  @Column('timestamptz', { name: 'started_at' })
  readonly startedAt!: Date;

  @Column('timestamptz', { name: 'stopped_at', nullable: true })
  readonly stoppedAt!: Date | null;

  @Column('jsonb')
  readonly allowance!: Allowance;

  @Column('bigint', { name: 'working_ms' })
  readonly workingMs!: string;

  @Column('timestamptz', { name: 'original_due_at' })
  readonly originalDueAt!: Date;

  @Column('timestamptz', { name: 'due_at' })
  readonly dueAt!: Date;

  @Column('timestamptz', { name: 'unextended_due_at' })
  readonly unextendedDueAt!: Date;

  @Column('timestamptz', { name: 'warn_at', nullable: true })
  readonly warnAt!: Date | null;

  @Column('jsonb')
  readonly pauses!: readonly Pause[];

  @Column('boolean')
  readonly provisional!: boolean;

  @Column('integer', { name: 'policy_version' })
  readonly policyVersion!: number;

  @Column('integer')
  readonly generation!: number;

  @Column('boolean', { default: false })
  readonly warned!: boolean;

  @Column('boolean', { default: false })
  readonly lapsed!: boolean;

  @Column('text', { default: 'none' })
  readonly hushed!: 'none' | 'yellow' | 'red';

  @Column('integer', { name: 'calendar_version', default: 1 })
  readonly calendarVersion!: number;

  @Column('text', { array: true, default: [] })
  readonly fired!: readonly string[];
}
