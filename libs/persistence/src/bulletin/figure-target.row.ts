import type { Measure, Population } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { RegionRow } from '../reference/region.row';

/** Append-only: 目标, what a figure is to come to in a period; a later one of the same figure and period replaces it. */
@Entity('figure_target')
@Check('figure_target_population_check', `population in ('enterprise', 'project')`)
@Check('figure_target_target_check', 'target > 0')
@Check('figure_target_period_check', 'from_on <= to_on')
@Index('figure_target_region', ['regionCode', 'toOn'])
export class FigureTargetRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'figure_target_pkey' })
  readonly id!: string;

  @ForeignKey(() => RegionRow, { name: 'figure_target_region_code_fkey' })
  @Column('text', { name: 'region_code' })
  readonly regionCode!: string;

  @Column('text')
  readonly population!: Population;

  @Column('text')
  readonly figure!: Measure;

  @Column('date', { name: 'from_on' })
  readonly fromOn!: string;

  @Column('date', { name: 'to_on' })
  readonly toOn!: string;

  @Column('integer')
  readonly target!: number;

  @Column('text')
  readonly reason!: string;

  @ForeignKey(() => PersonRow, { name: 'figure_target_made_by_id_fkey' })
  @Column('uuid', { name: 'made_by_id' })
  readonly madeById!: string;

  @Column('timestamptz', { name: 'made_at' })
  readonly madeAt!: Date;
}
