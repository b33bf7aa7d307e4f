import { Injectable } from '@nestjs/common';
import { CalendarBook, RealClock, type CalendarYear, type VersionedCalendar } from '@zhuqi/application';
import {
  calendarOfDistrict,
  type DistrictCalendar,
  type WorkingCalendar,
  workingCalendar,
} from '@zhuqi/domain';
import { ExpiringMemory } from '../database/expiring-memory';
import { ReferenceDatabase } from '../database/reference-database';
import { calendarYear } from './calendar-year';

interface Edition {
  readonly version: number;
  readonly district: DistrictCalendar;
  readonly calendar: WorkingCalendar;
}

/** A calendar was changed: everybody works by it within this time. */
const KEPT_FOR_MS = 5_000;
/** Old versions are asked for by the tickets counted on them: a few at a time. */
const MOST_VERSIONS = 200;

const LATEST = 'select max(version) as version from calendar_version where region_code = $1';
const VERSION = 'select body as district from calendar_version where region_code = $1 and version = $2';

/** Calendars built from their rows: which one holds is at most five seconds old, a version is built once. */
@Injectable()
export class StoredCalendarBook extends CalendarBook {
  private readonly latest: ExpiringMemory<number | null>;
  private readonly editions = new Map<string, Promise<Edition | null>>();

  constructor(
    private readonly database: ReferenceDatabase,
    clock: RealClock,
  ) {
    super();
    this.latest = new ExpiringMemory(clock, KEPT_FOR_MS);
  }

  current(regionCode: string): Promise<VersionedCalendar | null> {
    return this.edition(regionCode);
  }

  async version(regionCode: string, version: number): Promise<WorkingCalendar | null> {
    return (await this.kept(regionCode, version))?.calendar ?? null;
  }

  async days(regionCode: string, year: number): Promise<CalendarYear | null> {
    // Whoever has just changed it wants to see the change.
    const version = await this.latestOf(regionCode);
    const edition = version === null ? null : await this.kept(regionCode, version);
    return edition === null ? null : calendarYear({ regionCode, year, ...edition });
  }

  private async edition(regionCode: string): Promise<Edition | null> {
    const version = await this.latest.get(regionCode, () => this.latestOf(regionCode));
    return version === null ? null : this.kept(regionCode, version);
  }

  private async latestOf(regionCode: string): Promise<number | null> {
    const [row] = await this.database.rows<{ version: number | null }>(LATEST, [regionCode]);
    return row?.version ?? null;
  }

  private kept(regionCode: string, version: number): Promise<Edition | null> {
    const key = `${regionCode}:${String(version)}`;
    const known = this.editions.get(key);
    if (known !== undefined) return known;
    if (this.editions.size >= MOST_VERSIONS) this.editions.clear();
    const edition = this.read(regionCode, version);
    this.editions.set(key, edition);
    // Neither a failure nor an invented version is remembered.
    edition.then(
      (found) => found === null && this.editions.delete(key),
      () => this.editions.delete(key),
    );
    return edition;
  }

  private async read(regionCode: string, version: number): Promise<Edition | null> {
    const [row] = await this.database.rows<{ district: DistrictCalendar }>(VERSION, [regionCode, version]);
    if (row === undefined) return null;
    return { version, district: row.district, calendar: workingCalendar(calendarOfDistrict(row.district)) };
  }
}
