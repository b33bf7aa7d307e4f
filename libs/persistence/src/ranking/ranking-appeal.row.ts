import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { RankingPublicationRow } from './ranking-publication.row';

/** Append-only: what the ranked said of a published row. */
@Entity('ranking_appeal')
@Index('ranking_appeal_publication', ['publicationId', 'madeAt', 'id'])
export class RankingAppealRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ranking_appeal_pkey' })
  readonly id!: string;

  @ForeignKey(() => RankingPublicationRow, { name: 'ranking_appeal_publication_id_fkey' })
  @Column('uuid', { name: 'publication_id' })
  readonly publicationId!: string;

  @Column('uuid', { name: 'subject_key' })
  readonly subjectKey!: string;

  /** Null: the whole row is meant. */
  @Column('text', { nullable: true })
  readonly component!: string | null;

  @Column('text')
  readonly text!: string;

  @ForeignKey(() => PersonRow, { name: 'ranking_appeal_made_by_id_fkey' })
  @Column('uuid', { name: 'made_by_id' })
  readonly madeById!: string;

  @Column('timestamptz', { name: 'made_at' })
  readonly madeAt!: Date;
}
