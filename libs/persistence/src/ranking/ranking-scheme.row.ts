import type { RankingScheme } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { RegionRow } from '../reference/region.row';

/** Append-only: a version of the scheme a region ranks by. */
@Entity('ranking_scheme')
@Check('ranking_scheme_version_check', 'version > 0')
export class RankingSchemeRow {
  @ForeignKey(() => RegionRow, { name: 'ranking_scheme_region_code_fkey' })
  @PrimaryColumn('text', { name: 'region_code', primaryKeyConstraintName: 'ranking_scheme_pkey' })
  readonly regionCode!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ranking_scheme_pkey' })
  readonly version!: number;

  @Column('jsonb')
  readonly body!: RankingScheme;

  @Column('text')
  readonly reason!: string;

  @ForeignKey(() => PersonRow, { name: 'ranking_scheme_made_by_id_fkey' })
  @Column('uuid', { name: 'made_by_id' })
  readonly madeById!: string;

  @Column('timestamptz', { name: 'made_at' })
  readonly madeAt!: Date;
}
