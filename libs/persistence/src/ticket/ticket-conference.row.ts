import type { ConferenceState, Standing } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { TicketRow } from './ticket.row';

/** 一事一议: a case conference, who was to take part, its minutes and its decision. */
@Entity('ticket_conference')
@Check('ticket_conference_state_check', `state in ('planned', 'concluded', 'cancelled', 'lapsed')`)
@Check('ticket_conference_check', `(state = 'planned') = (ended_at is null)`)
@Check('ticket_conference_check1', `(state = 'concluded') = (minutes is not null and decision is not null)`)
@Index('ticket_conference_planned', ['heldAt'], { where: `state = 'planned'` })
export class TicketConferenceRow {
  @ForeignKey(() => TicketRow, { name: 'ticket_conference_ticket_id_fkey' })
  @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'ticket_conference_pkey' })
  readonly ticketId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ticket_conference_pkey' })
  readonly ordinal!: number;

  @Column('text')
  readonly state!: ConferenceState;

  @Column('integer')
  readonly round!: number;

  @Column('text')
  readonly subject!: string;

  @Column('timestamptz', { name: 'held_at' })
  readonly heldAt!: Date;

  @Column('text', { nullable: true })
  readonly place!: string | null;

  @Column('uuid', { name: 'unit_ids', array: true })
  readonly unitIds!: string[];

  @Column('uuid', { name: 'person_ids', array: true })
  readonly personIds!: string[];

  @Column('text', { array: true })
  readonly guests!: string[];

  @Column('timestamptz', { name: 'convened_at' })
  readonly convenedAt!: Date;

  @ForeignKey(() => PersonRow, { name: 'ticket_conference_convened_by_id_fkey' })
  @Column('uuid', { name: 'convened_by_id', nullable: true })
  readonly convenedById!: string | null;

  @Column('text', { name: 'convened_as' })
  readonly convenedAs!: Standing;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  readonly endedAt!: Date | null;

  @ForeignKey(() => PersonRow, { name: 'ticket_conference_ended_by_id_fkey' })
  @Column('uuid', { name: 'ended_by_id', nullable: true })
  readonly endedById!: string | null;

  @Column('text', { nullable: true })
  readonly minutes!: string | null;

  @Column('text', { nullable: true })
  readonly decision!: string | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;
}
