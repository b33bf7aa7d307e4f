import type { MatterAnswer, MatterState } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { RegionRow } from '../reference/region.row';

/** 同类诉求: what several tickets have in common; which ones is kept by the tickets. */
@Entity('matter')
@Check('matter_state_check', `state in ('open', 'answered', 'dissolved')`)
@Check(
  'matter_answer_check',
  `(answer is null) = (answered_at is null) and (state = 'answered') = (answer is not null)`,
)
@Check('matter_dissolved_check', `(state = 'dissolved') = (dissolved_at is not null)`)
@Index('matter_region_time', ['regionCode', 'madeAt', 'id'])
@Index('matter_lead', ['leadTicketId'])
export class MatterRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'matter_pkey' })
  readonly id!: string;

  @ForeignKey(() => RegionRow, { name: 'matter_region_code_fkey' })
  @Column('text', { name: 'region_code' })
  readonly regionCode!: string;

  @Column('text')
  readonly title!: string;

  @Column('text')
  readonly reason!: string;

  // By name: the ticket's row knows this one.
  @ForeignKey('TicketRow', { name: 'matter_lead_ticket_id_fkey' })
  @Column('uuid', { name: 'lead_ticket_id' })
  readonly leadTicketId!: string;

  @Column('text')
  readonly state!: MatterState;

  @ForeignKey(() => PersonRow, { name: 'matter_made_by_id_fkey' })
  @Column('uuid', { name: 'made_by_id' })
  readonly madeById!: string;

  @Column('timestamptz', { name: 'made_at' })
  readonly madeAt!: Date;

  @Column('jsonb', { nullable: true })
  readonly answer!: MatterAnswer | null;

  @ForeignKey(() => PersonRow, { name: 'matter_answered_by_id_fkey' })
  @Column('uuid', { name: 'answered_by_id', nullable: true })
  readonly answeredById!: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  readonly answeredAt!: Date | null;

  @ForeignKey(() => PersonRow, { name: 'matter_dissolved_by_id_fkey' })
  @Column('uuid', { name: 'dissolved_by_id', nullable: true })
  readonly dissolvedById!: string | null;

  @Column('timestamptz', { name: 'dissolved_at', nullable: true })
  readonly dissolvedAt!: Date | null;
}
