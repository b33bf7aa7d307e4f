import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { RankingAppealRow } from './ranking-appeal.row';

/** Append-only: what the office found about an appeal, once. */
@Entity('ranking_appeal_ruling')
export class RankingAppealRulingRow {
  @ForeignKey(() => RankingAppealRow, { name: 'ranking_appeal_ruling_appeal_id_fkey' })
  @PrimaryColumn('uuid', { name: 'appeal_id', primaryKeyConstraintName: 'ranking_appeal_ruling_pkey' })
  readonly appealId!: string;

  @Column('boolean')
  readonly upheld!: boolean;

  @Column('text')
  readonly note!: string;

  @ForeignKey(() => PersonRow, { name: 'ranking_appeal_ruling_made_by_id_fkey' })
  @Column('uuid', { name: 'made_by_id' })
  readonly madeById!: string;

  @Column('timestamptz', { name: 'made_at' })
  readonly madeAt!: Date;
}
