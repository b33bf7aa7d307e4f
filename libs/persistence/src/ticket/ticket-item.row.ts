import type { ItemKind } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { TicketRow } from './ticket.row';

/** One line of a question list, or a document that may be handed in later. */
@Entity('ticket_item')
@Check('ticket_item_kind_check', `kind in ('question', 'deferred')`)
export class TicketItemRow {
  @ForeignKey(() => TicketRow, { name: 'ticket_item_ticket_id_fkey' })
  @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'ticket_item_pkey' })
  readonly ticketId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'ticket_item_pkey' })
  readonly kind!: ItemKind;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ticket_item_pkey' })
  readonly ordinal!: number;

  @Column('text')
  readonly text!: string;

  @Column('date', { name: 'due_on', nullable: true })
  readonly dueOn!: string | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  readonly dueAt!: Date | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  readonly doneAt!: Date | null;

  @ForeignKey(() => PersonRow, { name: 'ticket_item_done_by_id_fkey' })
  @Column('uuid', { name: 'done_by_id', nullable: true })
  readonly doneById!: string | null;

  @Column('text', { nullable: true })
  readonly commitment!: string | null;

  @Column('text', { nullable: true })
  readonly reply!: string | null;

  @Column('boolean')
  readonly reminded!: boolean;
}
