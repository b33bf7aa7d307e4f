import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RegionRow } from '../reference/region.row';

/** The promises of a region from a day on; an old version is never changed. */
@Entity('policy')
@Check('policy_version_check', 'version > 0')
export class PolicyRow {
  @ForeignKey(() => RegionRow, { name: 'policy_region_code_fkey' })
  @PrimaryColumn('text', { name: 'region_code', primaryKeyConstraintName: 'policy_pkey' })
  readonly regionCode!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'policy_pkey' })
  readonly version!: number;

  @Column('date', { name: 'effective_on' })
  readonly effectiveOn!: string;

  @Column('jsonb')
  readonly body!: unknown;
}
