import type { CalendarAmendment, DistrictCalendar } from '@zhuqi/domain';
import type { RulesTotals } from '@zhuqi/application';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../access/person.row';
import { RegionRow } from '../reference/region.row';

/** One version of a region's working calendar, with why and by whom; a version is never changed. */
@Entity('calendar_version')
@Check('calendar_version_version_check', 'version > 0')
export class CalendarVersionRow {
  @ForeignKey(() => RegionRow, { name: 'calendar_version_region_code_fkey' })
  @PrimaryColumn('text', { name: 'region_code', primaryKeyConstraintName: 'calendar_version_pkey' })
  readonly regionCode!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'calendar_version_pkey' })
  readonly version!: number;

  @Column('jsonb')
  readonly body!: DistrictCalendar;

  @Column('jsonb', { nullable: true })
  readonly amendment!: CalendarAmendment | null;

  @Column('text')
  readonly reason!: string;

  @ForeignKey(() => PersonRow, { name: 'calendar_version_made_by_id_fkey' })
  @Column('uuid', { name: 'made_by_id', nullable: true })
  readonly madeById!: string | null;

  @Column('timestamptz', { name: 'made_at', nullable: true })
  readonly madeAt!: Date | null;

  @Column('jsonb', { nullable: true })
  readonly effects!: RulesTotals | null;
}
