import { Injectable } from '@nestjs/common';
import { CalendarBook, type CalendarYear } from '@zhuqi/application';
import {
  type CalendarDay,
  calendarOfDays,
  type WorkingCalendar,
  workingCalendar,
  type WorkingHours,
} from '@zhuqi/domain';
import { ReferenceDatabase } from '../database/reference-database';
import { type CalendarRows, calendarYear, type PublishedYear } from './calendar-year';

interface Kept {
  readonly rows: CalendarRows;
  readonly calendar: WorkingCalendar;
}

interface Remembered {
  readonly kept: Promise<Kept | null>;
  readonly until: number;
}

const REMEMBERED_MS = 5_000;
const HOURS = 'select time_zone as "timeZone", weekly from calendar where region_code = $1';
const DAYS = 'select day::text, kind, name, source, state from calendar_day order by day';
const YEARS = 'select year, source, state from calendar_year order by year';

/** Calendars built from their rows, each at most five seconds old; building one costs more than reading it. */
@Injectable()
export class StoredCalendarBook extends CalendarBook {
  private readonly shelf = new Map<string, Remembered>();

  constructor(private readonly database: ReferenceDatabase) {
    super();
  }

  async forRegion(regionCode: string): Promise<WorkingCalendar | null> {
    return (await this.kept(regionCode))?.calendar ?? null;
  }

  async days(regionCode: string, year: number): Promise<CalendarYear | null> {
    const kept = await this.kept(regionCode);
    return kept === null ? null : calendarYear({ regionCode, year, ...kept });
  }

  private kept(regionCode: string): Promise<Kept | null> {
    const known = this.shelf.get(regionCode);
    if (known !== undefined && known.until > performance.now()) return known.kept;
    const kept = this.read(regionCode);
    this.shelf.set(regionCode, { kept, until: performance.now() + REMEMBERED_MS });
    // Neither a failure nor an invented region code is remembered.
    kept.then(
      (found) => found === null && this.shelf.delete(regionCode),
      () => this.shelf.delete(regionCode),
    );
    return kept;
  }

  private async read(regionCode: string): Promise<Kept | null> {
    const [hours] = await this.database.rows<WorkingHours>(HOURS, [regionCode]);
    if (hours === undefined) return null;
    const days = await this.database.rows<CalendarDay>(DAYS);
    const years = await this.database.rows<PublishedYear>(YEARS);
    return { rows: { hours, days, years }, calendar: workingCalendar(calendarOfDays(hours, days)) };
  }
}
