import type { NoticeKind } from '@zhuqi/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { TicketRow } from '../ticket/ticket.row';

/** One person told of one event through one channel. */
@Entity('notice')
@Unique('notice_once', ['ticketId', 'seq', 'channel', 'recipientId'])
@Index('notice_inbox', { synchronize: false }) // newest first: see the migrations
export class NoticeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_pkey' })
  readonly id!: string;

  @ForeignKey(() => TicketRow, { name: 'notice_ticket_id_fkey' })
  @Column('uuid', { name: 'ticket_id' })
  readonly ticketId!: string;

  @Column('integer')
  readonly seq!: number;

  @Column('text', { default: 'inbox' })
  readonly channel!: string;

  @ForeignKey(() => PersonRow, { name: 'notice_recipient_id_fkey' })
  @Column('uuid', { name: 'recipient_id' })
  readonly recipientId!: string;

  @Column('text')
  readonly kind!: NoticeKind;

  @Column('text')
  readonly text!: string;

  @Column('timestamptz')
  readonly at!: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readonly readAt!: Date | null;
}
