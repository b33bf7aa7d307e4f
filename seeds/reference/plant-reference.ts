import { Injectable } from '@nestjs/common';
import { HolidayStore, LoadHolidays, SeedStore, type ReferenceRows } from '@zhuqi/application';
import type { CalendarDay, WorkingHours } from '@zhuqi/domain';
import { CATEGORIES } from './categories';
import days2022 from './holidays/2022.json';
import days2023 from './holidays/2023.json';
import days2024 from './holidays/2024.json';
import days2025 from './holidays/2025.json';
import days2026 from './holidays/2026.json';
import policy from './policy.json';
import { REGIONS } from './regions';
import { REJECTION_GROUNDS } from './rejection-grounds';
import { stableUnitId } from './stable-unit-id';
import { UNITS } from './units';
import workingHours from './working-hours.json';

const PUBLISHED = [days2022, days2023, days2024, days2025, days2026];

/**
 * What every district needs before the first problem comes in; planting it again changes nothing, and a year whose
 * holidays are official in the database stays as the operator has loaded it.
 */
@Injectable()
export class PlantReference {
  constructor(
    private readonly store: SeedStore,
    private readonly holidays: HolidayStore,
    private readonly load: LoadHolidays,
  ) {}

  async execute(): Promise<void> {
    const years = await this.holidays.years();
    const official = new Set(years.filter(({ state }) => state === 'official').map(({ year }) => year));
    const missing = PUBLISHED.filter(({ year }) => !official.has(year));
    // Calendars that are there already take a year that came with this program as they take any other.
    if (years.length > 0) for (const notice of missing) await this.load.execute(notice);
    await this.store.writeReference(referenceRows(missing));
  }
}

export function referenceRows(notices: typeof PUBLISHED = PUBLISHED): ReferenceRows {
  return {
    regions: REGIONS,
    categories: CATEGORIES.map(({ code, label }, position) => ({ code, label, position })),
    rejectionGrounds: REJECTION_GROUNDS.map(({ code, label }, position) => ({ code, label, position })),
    units: UNITS.map(({ key, regionCode, kind, name }, position) => ({
      id: stableUnitId(key),
      ...{ regionCode, kind, name, position },
    })),
    unitIndustries: UNITS.flatMap((unit) =>
      unit.industries.map((industry) => ({
        regionCode: unit.regionCode,
        industry,
        unitId: stableUnitId(unit.key),
      })),
    ),
    ...regionDefaults(REGIONS),
    calendarDays: notices.flatMap(({ days }) => days as CalendarDay[]),
    calendarYears: notices.map(({ year, days }) => ({
      year,
      source: days.at(-1)?.source ?? '',
      state: 'official',
    })),
  };
}

/** The default policy and working hours of regions; each is the district's own to change afterwards. */
export function regionDefaults(regions: readonly { readonly code: string }[]) {
  return {
    policies: regions.map(({ code }) => ({
      regionCode: code,
      version: policy.version,
      effectiveOn: policy.effectiveOn,
      body: policy,
    })),
    calendars: regions.map(({ code }) => ({
      regionCode: code,
      ...(workingHours as unknown as WorkingHours),
    })),
  };
}
