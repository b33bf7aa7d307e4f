import { Injectable } from '@nestjs/common';
import { SeedStore, type ReferenceRows } from '@zhuqi/application';
import type { CalendarDay, WorkingHours } from '@zhuqi/domain';
import { CATEGORIES } from './categories';
import days2022 from './holidays/2022.json';
import days2023 from './holidays/2023.json';
import days2024 from './holidays/2024.json';
import days2025 from './holidays/2025.json';
import days2026 from './holidays/2026.json';
import { LADDERS } from './ladder';
import policy from './policy.json';
import { REGIONS } from './regions';
import { REJECTION_GROUNDS } from './rejection-grounds';
import { stableUnitId } from './stable-unit-id';
import { UNITS } from './units';
import workingHours from './working-hours.json';

const PUBLISHED = [days2022, days2023, days2024, days2025, days2026];

const DEFAULT_LADDER = LADDERS['220105'];

/** What every district needs before the first problem comes in; planting it again changes nothing. */
@Injectable()
export class PlantReference {
  constructor(private readonly store: SeedStore) {}

  execute(): Promise<void> {
    return this.store.writeReference(referenceRows());
  }
}

export function referenceRows(): ReferenceRows {
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
    ladders: REGIONS.flatMap(({ code }) =>
      DEFAULT_LADDER.map(({ tier, holderKind }) => ({ regionCode: code, tier, kind: holderKind })),
    ),
    policies: REGIONS.map(({ code }) => ({
      regionCode: code,
      version: policy.version,
      effectiveOn: policy.effectiveOn,
      body: policy,
    })),
    calendars: REGIONS.map(({ code }) => ({
      regionCode: code,
      ...(workingHours as unknown as WorkingHours),
    })),
    calendarDays: PUBLISHED.flatMap(({ days }) => days as CalendarDay[]),
    calendarYears: PUBLISHED.map(({ year, days }) => ({
      year,
      source: days.at(-1)?.source ?? '',
      state: 'official',
    })),
  };
}
