import type { RegularKind } from '@zhuqi/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { RegionRow } from '../reference/region.row';

/** Which bulletins of a region appear by themselves, since when and by whose order; without a row none does. */
@Entity('bulletin_schedule')
@Check('bulletin_schedule_kind_check', `kind in ('weekly', 'half_monthly', 'monthly')`)
export class BulletinScheduleRow {
  @ForeignKey(() => RegionRow, { name: 'bulletin_schedule_region_code_fkey' })
  @PrimaryColumn('text', { name: 'region_code', primaryKeyConstraintName: 'bulletin_schedule_pkey' })
  readonly regionCode!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'bulletin_schedule_pkey' })
  readonly kind!: RegularKind;

  @Column('boolean')
  readonly enabled!: boolean;

  @ForeignKey(() => PersonRow, { name: 'bulletin_schedule_made_by_id_fkey' })
  @Column('uuid', { name: 'made_by_id' })
  readonly madeById!: string;

  /** When it was switched on or off. */
  @Column('timestamptz', { name: 'made_at' })
  readonly madeAt!: Date;
}
