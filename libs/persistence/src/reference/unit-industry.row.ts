import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RegionRow } from './region.row';
import { UnitRow } from './unit.row';

/** Which department answers for an industry in a region. */
@Entity('unit_industry')
export class UnitIndustryRow {
  @ForeignKey(() => RegionRow, { name: 'unit_industry_region_code_fkey' })
  @PrimaryColumn('text', { name: 'region_code', primaryKeyConstraintName: 'unit_industry_pkey' })
  readonly regionCode!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'unit_industry_pkey' })
  readonly industry!: string;

  @ForeignKey(() => UnitRow, { name: 'unit_industry_unit_id_fkey' })
  @Column('uuid', { name: 'unit_id' })
  readonly unitId!: string;
}
