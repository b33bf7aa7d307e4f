import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TicketRow } from '../ticket/ticket.row';
import { HandoverRow } from './handover.row';

/** A ticket that went along with a post, and the event that says so. */
@Entity('handover_ticket')
@Check('handover_ticket_cause_check', `cause in ('post', 'complaint', 'follow_up')`)
export class HandoverTicketRow {
  @ForeignKey(() => HandoverRow, { name: 'handover_ticket_handover_id_fkey' })
  @PrimaryColumn('uuid', { name: 'handover_id', primaryKeyConstraintName: 'handover_ticket_pkey' })
  readonly handoverId!: string;

  @ForeignKey(() => TicketRow, { name: 'handover_ticket_ticket_id_fkey' })
  @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'handover_ticket_pkey' })
  readonly ticketId!: string;

  @Column('integer')
  readonly seq!: number;

  @Column('text')
  readonly cause!: 'post' | 'complaint' | 'follow_up';
}
