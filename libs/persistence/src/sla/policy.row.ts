import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
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

  /** Running tickets of earlier versions are brought under it. */
  @Column('boolean', { default: false })
  readonly rebases!: boolean;

  @Column('text', { default: '启用时的时限规则' })
  readonly reason!: string;

  @ForeignKey(() => PersonRow, { name: 'policy_made_by_id_fkey' })
  @Column('uuid', { name: 'made_by_id', nullable: true })
  readonly madeById!: string | null;

  @Column('timestamptz', { name: 'made_at', nullable: true })
  readonly madeAt!: Date | null;

  @Column('jsonb', { nullable: true })
  readonly effects!: unknown;
}
