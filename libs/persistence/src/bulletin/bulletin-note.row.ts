import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { BulletinRow } from './bulletin.row';

/** Append-only: 更正说明, beside a bulletin and never in its place. */
@Entity('bulletin_note')
@Index('bulletin_note_bulletin', ['bulletinId', 'madeAt'])
export class BulletinNoteRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bulletin_note_pkey' })
  readonly id!: string;

  @ForeignKey(() => BulletinRow, { name: 'bulletin_note_bulletin_id_fkey' })
  @Column('uuid', { name: 'bulletin_id' })
  readonly bulletinId!: string;

  @Column('text')
  readonly text!: string;

  @ForeignKey(() => PersonRow, { name: 'bulletin_note_made_by_id_fkey' })
  @Column('uuid', { name: 'made_by_id' })
  readonly madeById!: string;

  @Column('timestamptz', { name: 'made_at' })
  readonly madeAt!: Date;
}
