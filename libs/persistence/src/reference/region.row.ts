import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A district, zone or city; everything that is kept belongs to one. */
@Entity('region')
@Check('region_code_check', `code ~ '^[0-9]{6}$'`)
@Check('region_kind_check', `kind in ('city', 'district', 'zone')`)
export class RegionRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'region_pkey' })
  readonly code!: string;

  @Column('text')
  readonly name!: string;

  @Column('text')
  readonly kind!: 'city' | 'district' | 'zone';

  @ForeignKey(() => RegionRow, { name: 'region_parent_code_fkey' })
  @Column('text', { name: 'parent_code', nullable: true })
  readonly parentCode!: string | null;
}
