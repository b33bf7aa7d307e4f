import type { UnitKind } from '@zhuqi/application';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { RegionRow } from './region.row';

/** An office, department, township or task force that tickets can be with. */
@Entity('unit')
@Unique('unit_region_code_name_key', ['regionCode', 'name'])
@Check('unit_kind_check', `kind in ('office', 'department', 'township', 'task_force', 'city_office')`)
export class UnitRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'unit_pkey' })
  readonly id!: string;

  @ForeignKey(() => RegionRow, { name: 'unit_region_code_fkey' })
  @Column('text', { name: 'region_code' })
  readonly regionCode!: string;

  @Column('text')
  readonly kind!: UnitKind;

  @Column('text')
  readonly name!: string;

  @Column('integer', { default: 0 })
  readonly position!: number;
}
