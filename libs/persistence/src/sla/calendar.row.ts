import type { WorkingHours } from '@zhuqi/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RegionRow } from '../reference/region.row';

/** The working hours of a region. */
@Entity('calendar')
export class CalendarRow {
  @ForeignKey(() => RegionRow, { name: 'calendar_region_code_fkey' })
  @PrimaryColumn('text', { name: 'region_code', primaryKeyConstraintName: 'calendar_pkey' })
  readonly regionCode!: string;

  @Column('text', { name: 'time_zone' })
  readonly timeZone!: string;

  @Column('jsonb')
  readonly weekly!: WorkingHours['weekly'];
}
