import type { EscalationCause, Tier } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { TicketRow } from '../ticket/ticket.row';

/** Append-only: a ticket that rose; one rise for each cause, tier and round. */
@Entity('escalation')
@Check(
  'escalation_cause_check',
  `cause in ('manual', 'resolve_overdue', 'redispatched', 'disputed_twice', 'returned', 'leg_overdue', 'unclaimed')`,
)
@Unique('escalation_once', ['ticketId', 'round', 'fromTier', 'cause'])
@Index('escalation_latest', { synchronize: false }) // newest first: see the migrations
export class EscalationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'escalation_pkey' })
  readonly id!: string;

  @ForeignKey(() => TicketRow, { name: 'escalation_ticket_id_fkey' })
  @Column('uuid', { name: 'ticket_id' })
  readonly ticketId!: string;

  @Column('integer')
  readonly seq!: number;

  @Column('integer')
  readonly round!: number;

  @Column('smallint', { name: 'from_tier' })
  readonly fromTier!: Tier;

  @Column('smallint', { name: 'to_tier' })
  readonly toTier!: Tier;

  @Column('text')
  readonly cause!: EscalationCause;

  @Column('timestamptz')
  readonly at!: Date;
}
