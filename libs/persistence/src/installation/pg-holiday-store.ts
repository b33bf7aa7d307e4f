import { Injectable } from '@nestjs/common';
import { HolidayStore, type NationalDays } from '@zhuqi/application';
import type { CalendarDay, HolidayYear } from '@zhuqi/domain';
import { Database } from '../database/database';
import { CalendarYearRow } from '../sla/calendar-year.row';
import { DAYS } from './survey.sql';

// The parts touch different rows or tables, so one statement may do them all.
const REPLACE = `
with known as (
  select day, kind, name, source, state from json_populate_recordset(null::calendar_day, $1::json)
), gone as (
  delete from calendar_day where day not in (select day from known)
), year_row as (
  insert into calendar_year (year, source, state)
  select year, source, state from json_populate_recordset(null::calendar_year, $2::json)
  on conflict (year) do update set source = excluded.source, state = excluded.state
)
insert into calendar_day (day, kind, name, source, state)
select day, kind, name, source, state from known
on conflict (day) do update set kind = excluded.kind, name = excluded.name, source = excluded.source,
  state = excluded.state`;

@Injectable()
export class PgHolidayStore extends HolidayStore {
  constructor(private readonly database: Database) {
    super();
  }

  days(): Promise<readonly CalendarDay[]> {
    return this.database.rows<CalendarDay & { [column: string]: unknown }>(DAYS);
  }

  years(): Promise<readonly HolidayYear[]> {
    return this.database.repository(CalendarYearRow).find({ order: { year: 'ASC' } });
  }

  async replace({ days, years }: NationalDays): Promise<void> {
    await this.database.rows(REPLACE, [JSON.stringify(days), JSON.stringify(years)]);
  }
}
