import type { CalendarDayState } from '@zhuqi/domain';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A year whose days are known, and by which source. */
@Entity('calendar_year')
@Check('calendar_year_state_check', `state in ('official', 'provisional')`)
export class CalendarYearRow {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'calendar_year_pkey' })
  readonly year!: number;

  @Column('text')
  readonly source!: string;

  @Column('text')
  readonly state!: CalendarDayState;
}
