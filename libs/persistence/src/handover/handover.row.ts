import type { Post } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { RegionRow } from '../reference/region.row';

/** 岗位交接: who gave what post to whom, and when it took or takes effect. */
@Entity('handover')
@Check('handover_state_check', `state in ('planned', 'done', 'cancelled')`)
@Check('handover_check', 'from_person_id <> to_person_id')
@Check(
  'handover_check1',
  `(state = 'done') = (done_at is not null) and (state = 'cancelled') = (cancelled_at is not null)`,
)
@Index('handover_one_planned', ['fromPersonId'], { unique: true, where: `state = 'planned'` })
@Index('handover_planned', ['effectiveOn'], { where: `state = 'planned'` })
@Index('handover_successor', ['toPersonId'], { where: `state = 'done'` })
@Index('handover_predecessor', ['fromPersonId', 'doneAt'], { where: `state = 'done'` })
@Index('handover_region', ['regionCode', 'madeAt', 'id'])
export class HandoverRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'handover_pkey' })
  readonly id!: string;

  @ForeignKey(() => RegionRow, { name: 'handover_region_code_fkey' })
  @Column('text', { name: 'region_code' })
  readonly regionCode!: string;

  @ForeignKey(() => PersonRow, { name: 'handover_from_person_id_fkey' })
  @Column('uuid', { name: 'from_person_id' })
  readonly fromPersonId!: string;

  @ForeignKey(() => PersonRow, { name: 'handover_to_person_id_fkey' })
  @Column('uuid', { name: 'to_person_id' })
  readonly toPersonId!: string;

  @Column('text', { array: true })
  readonly posts!: readonly Post[];

  @Column('date', { name: 'effective_on' })
  readonly effectiveOn!: string;

  @Column('text')
  readonly reason!: string;

  @Column('boolean')
  readonly leaves!: boolean;

  @Column('boolean', { name: 'over_capacity' })
  readonly overCapacity!: boolean;

  @Column('text')
  readonly state!: 'planned' | 'done' | 'cancelled';

  @ForeignKey(() => PersonRow, { name: 'handover_made_by_id_fkey' })
  @Column('uuid', { name: 'made_by_id' })
  readonly madeById!: string;

  @Column('timestamptz', { name: 'made_at' })
  readonly madeAt!: Date;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  readonly doneAt!: Date | null;

  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  readonly cancelledAt!: Date | null;

  @ForeignKey(() => PersonRow, { name: 'handover_cancelled_by_id_fkey' })
  @Column('uuid', { name: 'cancelled_by_id', nullable: true })
  readonly cancelledById!: string | null;
}
