import type { CalendarDayKind, CalendarDayState } from '@zhuqi/domain';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A day that is not what its weekday says. */
@Entity('calendar_day')
@Check('calendar_day_kind_check', `kind in ('holiday', 'makeup')`)
@Check('calendar_day_state_check', `state in ('official', 'provisional')`)
export class CalendarDayRow {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'calendar_day_pkey' })
  readonly day!: string;

  @Column('text')
  readonly kind!: CalendarDayKind;

  @Column('text')
  readonly name!: string;

  @Column('text')
  readonly source!: string;

  @Column('text')
  readonly state!: CalendarDayState;
}
