import type { Tier } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TicketRow } from './ticket.row';

/** Who had a ticket from when to when; one holding is open at most. */
@Entity('ticket_holding')
@Check('ticket_holding_check', 'to_at is null or to_at >= from_at')
@Index('ticket_holding_one_current', ['ticketId'], { unique: true, where: 'to_at is null' })
export class TicketHoldingRow {
  @ForeignKey(() => TicketRow, { name: 'ticket_holding_ticket_id_fkey' })
  @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'ticket_holding_pkey' })
  readonly ticketId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ticket_holding_pkey' })
  readonly ordinal!: number;

  @Column('integer')
  readonly seq!: number;

  @Column('smallint')
  readonly tier!: Tier;

  @Column('uuid', { name: 'unit_id', nullable: true })
  readonly unitId!: string | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  readonly personId!: string | null;

  @Column('integer')
  readonly round!: number;

  @Column('timestamptz', { name: 'from_at' })
  readonly fromAt!: Date;

  @Column('timestamptz', { name: 'to_at', nullable: true })
  readonly toAt!: Date | null;

  @Column('uuid', { name: 'clock_id', nullable: true })
  readonly clockId!: string | null;
}
