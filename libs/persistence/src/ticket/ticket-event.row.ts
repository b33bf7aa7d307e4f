import type { EventType } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TicketRow } from './ticket.row';

/** Append-only: what happened, each hash over the one before. */
@Entity('ticket_event')
@Check('ticket_event_seq_check', 'seq > 0')
export class TicketEventRow {
  @ForeignKey(() => TicketRow, { name: 'ticket_event_ticket_id_fkey' })
  @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'ticket_event_pkey' })
  readonly ticketId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ticket_event_pkey' })
  readonly seq!: number;

  @Column('text')
  readonly type!: EventType;

  @Column('timestamptz')
  readonly at!: Date;

  @Column('text', { name: 'actor_kind' })
  readonly actorKind!: string;

  @Column('uuid', { name: 'actor_id', nullable: true })
  readonly actorId!: string | null;

  @Column('json')
  readonly data!: unknown;

  @Column('text')
  readonly hash!: string;
}
