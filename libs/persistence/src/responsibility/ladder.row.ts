import type { Tier } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RegionRow } from '../reference/region.row';

/** The tiers a region uses, and who answers on each. */
@Entity('ladder')
@Check('ladder_tier_check', 'tier between 1 and 5')
@Check('ladder_kind_check', `kind in ('officer', 'township', 'department', 'office', 'city_office')`)
export class LadderRow {
  @ForeignKey(() => RegionRow, { name: 'ladder_region_code_fkey' })
  @PrimaryColumn('text', { name: 'region_code', primaryKeyConstraintName: 'ladder_pkey' })
  readonly regionCode!: string;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'ladder_pkey' })
  readonly tier!: Tier;

  @Column('text')
  readonly kind!: string;
}
