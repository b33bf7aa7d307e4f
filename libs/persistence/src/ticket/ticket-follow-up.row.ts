import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { UnitRow } from '../reference/unit.row';
import { TicketConferenceRow } from './ticket-conference.row';
import { TicketRow } from './ticket.row';

/** What a conference has decided that a unit or a person does by a day. */
@Entity('ticket_follow_up')
@Check('ticket_follow_up_check', '(unit_id is null) <> (person_id is null)')
@Check('ticket_follow_up_check1', '(done_at is null) = (result is null)')
@Index('ticket_follow_up_open', ['dueAt'], { where: 'done_at is null' })
@Index('ticket_follow_up_person', ['personId'], { where: 'person_id is not null and done_at is null' })
@ForeignKey(() => TicketConferenceRow, ['ticketId', 'conference'], ['ticketId', 'ordinal'], {
  name: 'ticket_follow_up_ticket_id_conference_fkey',
})
export class TicketFollowUpRow {
  @ForeignKey(() => TicketRow, { name: 'ticket_follow_up_ticket_id_fkey' })
  @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'ticket_follow_up_pkey' })
  readonly ticketId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ticket_follow_up_pkey' })
  readonly ordinal!: number;

  @Column('integer')
  readonly conference!: number;

  @Column('text')
  readonly what!: string;

  @ForeignKey(() => UnitRow, { name: 'ticket_follow_up_unit_id_fkey' })
  @Column('uuid', { name: 'unit_id', nullable: true })
  readonly unitId!: string | null;

  @ForeignKey(() => PersonRow, { name: 'ticket_follow_up_person_id_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true })
  readonly personId!: string | null;

  @Column('date', { name: 'due_on' })
  readonly dueOn!: string;

  @Column('timestamptz', { name: 'due_at' })
  readonly dueAt!: Date;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  readonly doneAt!: Date | null;

  @ForeignKey(() => PersonRow, { name: 'ticket_follow_up_done_by_id_fkey' })
  @Column('uuid', { name: 'done_by_id', nullable: true })
  readonly doneById!: string | null;

  @Column('text', { nullable: true })
  readonly result!: string | null;

  @Column('boolean')
  readonly reminded!: boolean;
}
