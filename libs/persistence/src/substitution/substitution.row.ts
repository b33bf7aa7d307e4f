import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { RegionRow } from '../reference/region.row';

/** 代班: who does somebody's work from when to when; never two for one person at once. */
@Entity('substitution')
@Check('substitution_check', 'person_id <> substitute_id')
@Check('substitution_valid_check', 'not isempty(valid)')
@Exclusion(
  'substitution_one_at_a_time',
  'using gist (person_id with =, valid with &&) where (ended_at is null)',
)
@Index('substitution_substitute', ['substituteId'], { where: 'ended_at is null' })
@Index('substitution_region', ['regionCode', 'madeAt', 'id'])
export class SubstitutionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'substitution_pkey' })
  readonly id!: string;

  @ForeignKey(() => RegionRow, { name: 'substitution_region_code_fkey' })
  @Column('text', { name: 'region_code' })
  readonly regionCode!: string;

  @ForeignKey(() => PersonRow, { name: 'substitution_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  readonly personId!: string;

  @ForeignKey(() => PersonRow, { name: 'substitution_substitute_id_fkey' })
  @Column('uuid', { name: 'substitute_id' })
  readonly substituteId!: string;

  @Column('daterange')
  readonly valid!: string;

  @Column('text')
  readonly reason!: string;

  @ForeignKey(() => PersonRow, { name: 'substitution_made_by_id_fkey' })
  @Column('uuid', { name: 'made_by_id' })
  readonly madeById!: string;

  @Column('timestamptz', { name: 'made_at' })
  readonly madeAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  readonly endedAt!: Date | null;

  @ForeignKey(() => PersonRow, { name: 'substitution_ended_by_id_fkey' })
  @Column('uuid', { name: 'ended_by_id', nullable: true })
  readonly endedById!: string | null;
}
