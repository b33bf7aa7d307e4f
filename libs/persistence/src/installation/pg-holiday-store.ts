import { Injectable } from '@nestjs/common';
import { type HolidayReplacement, HolidayStore, type HolidayYear } from '@zhuqi/application';
import type { CalendarDay } from '@zhuqi/domain';
import { Database } from '../database/database';
import { CalendarYearRow } from '../sla/calendar-year.row';
import { DAYS } from './survey.sql';

// The three parts touch different rows or tables, so one statement may do them all.
const REPLACE = `
with gone as (
  delete from calendar_day where day = any($2::date[])
), year_row as (
  insert into calendar_year (year, source, state)
  select year, source, state from json_populate_record(null::calendar_year, $3::json)
  on conflict (year) do update set source = excluded.source, state = excluded.state
)
insert into calendar_day (day, kind, name, source, state)
select day, kind, name, source, state from json_populate_recordset(null::calendar_day, $1::json)
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

  async replace({ put, remove, year }: HolidayReplacement): Promise<void> {
    await this.database.rows(REPLACE, [JSON.stringify(put), remove, JSON.stringify(year)]);
  }

  async liveClocks(): Promise<number> {
    const text = `select count(*)::int as live from ticket_clock where state in ('running','paused')`;
    const [row] = await this.database.rows<{ live: number }>(text);
    return row?.live ?? 0;
  }
}
