import type { BulletinKind } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { RegionRow } from '../reference/region.row';

/** Append-only: 通报, a published snapshot; the text is kept to the letter. */
@Entity('bulletin')
@Check('bulletin_kind_check', `kind in ('weekly', 'half_monthly', 'monthly', 'special')`)
@Check('bulletin_period_check', 'from_on <= to_on')
@Unique('bulletin_number', ['regionCode', 'year', 'ordinal'])
@Index('bulletin_once', ['regionCode', 'kind', 'fromOn'], { unique: true, where: `kind <> 'special'` })
@Index('bulletin_latest', ['regionCode', 'publishedAt', 'id'])
export class BulletinRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bulletin_pkey' })
  readonly id!: string;

  @ForeignKey(() => RegionRow, { name: 'bulletin_region_code_fkey' })
  @Column('text', { name: 'region_code' })
  readonly regionCode!: string;

  @Column('text')
  readonly kind!: BulletinKind;

  @Column('date', { name: 'from_on' })
  readonly fromOn!: string;

  @Column('date', { name: 'to_on' })
  readonly toOn!: string;

  @Column('timestamptz', { name: 'as_of' })
  readonly asOf!: Date;

  @Column('integer')
  readonly year!: number;

  @Column('integer')
  readonly ordinal!: number;

  @Column('text')
  readonly title!: string;

  @Column('text')
  readonly content!: string;

  /** SHA-256 of the content's text, hexadecimal. */
  @Column('text')
  readonly digest!: string;

  @Column('timestamptz', { name: 'published_at' })
  readonly publishedAt!: Date;

  /** Null: by the schedule. */
  @ForeignKey(() => PersonRow, { name: 'bulletin_published_by_id_fkey' })
  @Column('uuid', { name: 'published_by_id', nullable: true })
  readonly publishedById!: string | null;
}
