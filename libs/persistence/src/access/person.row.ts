import type { Role } from '@zhuqi/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EnterpriseRow } from '../enterprise/enterprise.row';
import { RegionRow } from '../reference/region.row';
import { UnitRow } from '../reference/unit.row';

/** Somebody who works for the programme or for an enterprise. */
@Entity('person')
@Index('person_unit', ['unitId'])
export class PersonRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pkey' })
  readonly id!: string;

  @ForeignKey(() => RegionRow, { name: 'person_region_code_fkey' })
  @Column('text', { name: 'region_code' })
  readonly regionCode!: string;

  @ForeignKey(() => UnitRow, { name: 'person_unit_id_fkey' })
  @Column('uuid', { name: 'unit_id', nullable: true })
  readonly unitId!: string | null;

  @ForeignKey(() => EnterpriseRow, { name: 'person_enterprise' })
  @Column('uuid', { name: 'enterprise_id', nullable: true })
  readonly enterpriseId!: string | null;

  @Column('text')
  readonly name!: string;

  @Column('text', { nullable: true })
  readonly post!: string | null;

  @Column('text', { nullable: true })
  readonly phone!: string | null;

  @Column('text', { array: true })
  readonly roles!: readonly Role[];

  @Column('boolean', { default: true })
  readonly active!: boolean;
}
