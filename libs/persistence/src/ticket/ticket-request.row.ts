import type { Holder, RequestKind, RequestState, Severity, Standing } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { UnitRow } from '../reference/unit.row';
import { TicketRow } from './ticket.row';

/** What a holder asked for and what was ruled on it; one is pending at most. */
@Entity('ticket_request')
@Unique('ticket_request_ticket_id_ordinal_key', ['ticketId', 'ordinal'])
@Check('ticket_request_kind_check', `kind in ('return', 'extension', 'suspension', 'downgrade')`)
@Check('ticket_request_state_check', `state in ('pending', 'approved', 'refused', 'lapsed', 'recalled')`)
@Check('ticket_request_to_severity_check', `to_severity in ('consult', 'simple', 'complex', 'major')`)
@Index('ticket_request_one_pending', ['ticketId'], { unique: true, where: `state = 'pending'` })
@Index('ticket_request_to_rule', ['ruleBy'], { where: `state = 'pending'` })
@Index('ticket_request_ruled', ['ruledById', 'ruledAt', 'id'], { where: 'ruled_by_id is not null' })
export class TicketRequestRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_request_pkey' })
  readonly id!: string;

  @ForeignKey(() => TicketRow, { name: 'ticket_request_ticket_id_fkey' })
  @Column('uuid', { name: 'ticket_id' })
  readonly ticketId!: string;

  @Column('integer')
  readonly ordinal!: number;

  @Column('text')
  readonly kind!: RequestKind;

  @Column('text')
  readonly state!: RequestState;

  @Column('integer')
  readonly round!: number;

  @Column('integer')
  readonly hop!: number;

  @Column('timestamptz', { name: 'asked_at' })
  readonly askedAt!: Date;

  @ForeignKey(() => PersonRow, { name: 'ticket_request_asked_by_id_fkey' })
  @Column('uuid', { name: 'asked_by_id', nullable: true })
  readonly askedById!: string | null;

  @ForeignKey(() => UnitRow, { name: 'ticket_request_asked_unit_id_fkey' })
  @Column('uuid', { name: 'asked_unit_id', nullable: true })
  readonly askedUnitId!: string | null;

  @Column('text')
  readonly reason!: string;

  @Column('text', { nullable: true })
  readonly basis!: string | null;

  @Column('text', { nullable: true })
  readonly evidence!: string | null;

  @Column('jsonb', { name: 'to_holder', nullable: true })
  readonly toHolder!: Holder | null;

  @Column('date', { name: 'new_due_on', nullable: true })
  readonly newDueOn!: string | null;

  @Column('date', { name: 'review_on', nullable: true })
  readonly reviewOn!: string | null;

  @Column('text', { name: 'to_severity', nullable: true })
  readonly toSeverity!: Severity | null;

  @Column('timestamptz', { name: 'rule_by' })
  readonly ruleBy!: Date;

  @Column('text', { array: true })
  readonly rulers!: readonly Standing[];

  @ForeignKey(() => UnitRow, { name: 'ticket_request_ruler_unit_id_fkey' })
  @Column('uuid', { name: 'ruler_unit_id', nullable: true })
  readonly rulerUnitId!: string | null;

  @Column('boolean')
  readonly reminded!: boolean;

  @Column('timestamptz', { name: 'ruled_at', nullable: true })
  readonly ruledAt!: Date | null;

  @ForeignKey(() => PersonRow, { name: 'ticket_request_ruled_by_id_fkey' })
  @Column('uuid', { name: 'ruled_by_id', nullable: true })
  readonly ruledById!: string | null;

  @Column('text', { nullable: true })
  readonly note!: string | null;
}
