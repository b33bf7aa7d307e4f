import type { RankingKind } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { RegionRow } from '../reference/region.row';

/** Append-only: a ranking as it was published, its text to the letter. */
@Entity('ranking_publication')
@Check('ranking_publication_kind_check', `kind in ('township', 'department', 'officer')`)
@Check('ranking_publication_period_check', 'from_on <= to_on')
@Index('ranking_publication_region', ['regionCode', 'madeAt', 'id'])
export class RankingPublicationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ranking_publication_pkey' })
  readonly id!: string;

  @ForeignKey(() => RegionRow, { name: 'ranking_publication_region_code_fkey' })
  @Column('text', { name: 'region_code' })
  readonly regionCode!: string;

  @Column('text')
  readonly kind!: RankingKind;

  @Column('date', { name: 'from_on' })
  readonly fromOn!: string;

  @Column('date', { name: 'to_on' })
  readonly toOn!: string;

  @Column('timestamptz', { name: 'as_of' })
  readonly asOf!: Date;

  @Column('integer', { name: 'scheme_version' })
  readonly schemeVersion!: number;

  @Column('text')
  readonly content!: string;

  @Column('text')
  readonly digest!: string;

  @ForeignKey(() => PersonRow, { name: 'ranking_publication_made_by_id_fkey' })
  @Column('uuid', { name: 'made_by_id' })
  readonly madeById!: string;

  @Column('timestamptz', { name: 'made_at' })
  readonly madeAt!: Date;
}
