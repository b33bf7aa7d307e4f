import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TicketEventRow } from './ticket-event.row';

/** The words of an event, kept apart so that they can be blanked without breaking its hash. */
@Entity('ticket_text')
@ForeignKey(() => TicketEventRow, ['ticketId', 'seq'], ['ticketId', 'seq'], {
  name: 'ticket_text_ticket_id_seq_fkey',
})
export class TicketTextRow {
  @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'ticket_text_pkey' })
  readonly ticketId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ticket_text_pkey' })
  readonly seq!: number;

  @Column('jsonb')
  readonly texts!: unknown;

  @Column('text')
  readonly salt!: string;
}
