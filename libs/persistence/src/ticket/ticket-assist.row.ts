import type { AssistState } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { UnitRow } from '../reference/unit.row';
import { TicketClockRow } from './ticket-clock.row';
import { TicketRow } from './ticket.row';

/** 协办: a unit that was asked for its opinion, and the opinion. */
@Entity('ticket_assist')
@Check('ticket_assist_state_check', `state in ('asked', 'given', 'released')`)
@Check('ticket_assist_check', 'ended_at is null or ended_at >= asked_at')
export class TicketAssistRow {
  @ForeignKey(() => TicketRow, { name: 'ticket_assist_ticket_id_fkey' })
  @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'ticket_assist_pkey' })
  readonly ticketId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ticket_assist_pkey' })
  readonly ordinal!: number;

  @ForeignKey(() => UnitRow, { name: 'ticket_assist_unit_id_fkey' })
  @Column('uuid', { name: 'unit_id' })
  readonly unitId!: string;

  @Column('integer')
  readonly round!: number;

  @Column('text')
  readonly state!: AssistState;

  @Column('text', { nullable: true })
  readonly question!: string | null;

  @ForeignKey(() => TicketClockRow, { name: 'ticket_assist_clock_id_fkey' })
  @Column('uuid', { name: 'clock_id', nullable: true })
  readonly clockId!: string | null;

  @Column('timestamptz', { name: 'asked_at' })
  readonly askedAt!: Date;

  @ForeignKey(() => PersonRow, { name: 'ticket_assist_asked_by_id_fkey' })
  @Column('uuid', { name: 'asked_by_id', nullable: true })
  readonly askedById!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  readonly endedAt!: Date | null;

  @ForeignKey(() => PersonRow, { name: 'ticket_assist_ended_by_id_fkey' })
  @Column('uuid', { name: 'ended_by_id', nullable: true })
  readonly endedById!: string | null;

  @Column('text', { nullable: true })
  readonly opinion!: string | null;

  @Column('text', { name: 'release_reason', nullable: true })
  readonly releaseReason!: string | null;
}
