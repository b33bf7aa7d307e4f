import { Injectable } from '@nestjs/common';
import {
  amendCalendar,
  calendarOfDistrict,
  type Day,
  type DayDifferences,
  dayDifferences,
  type HolidayNotice,
  parseHolidayNotice,
  publishedThrough,
  takeNotice,
  workingCalendar,
} from '@zhuqi/domain';
import type { CalendarEdition } from '../ports/rule-desk';
import { UnitOfWork } from '../ports/transaction';
import { valueOf } from '../refused';
import type { RulesTotals } from '../rules/rules-totals';
import { TryRules } from '../rules/try-rules';
import { HolidayStore } from './holiday-store';

/** What a year's days do in one region. */
export interface RegionHolidays {
  readonly regionCode: string;
  /** The version of its calendar that has them. */
  readonly version: number;
  readonly totals: RulesTotals;
}

/** What loading a year has changed, or would. */
export interface LoadedHolidays extends DayDifferences {
  readonly year: number;
  /** The last day whose holidays are published then; null when no year is. */
  readonly publishedThrough: Day | null;
  /** The regions whose calendar gets a new version. */
  readonly regions: readonly RegionHolidays[];
}

/**
 * Takes a year's notice over as a whole, for the country and for every region's calendar: its days replace everything
 * that was known of that year. Loading it again changes nothing, and one that was cut off is completed by another.
 */
@Injectable()
export class LoadHolidays {
  constructor(
    private readonly store: HolidayStore,
    private readonly work: UnitOfWork,
    private readonly trial: TryRules,
  ) {}

  /** Refuses what is no notice with the pointer to the first wrong place; a dry run writes nothing. */
  async execute(input: unknown, { dryRun = false } = {}): Promise<LoadedHolidays> {
    const notice = valueOf(parseHolidayNotice(input));
    const before = { days: await this.store.days(), years: await this.store.years() };
    const after = takeNotice(before, notice);
    const differences = dayDifferences(before.days, after.days);
    if (!dryRun) await this.store.replace(after);
    const regions: RegionHolidays[] = [];
    for (const regionCode of await this.work.run((tx) => tx.rules.regions())) {
      const done = await this.inRegion(regionCode, notice, dryRun);
      if (done !== null) regions.push(done);
    }
    return { year: notice.year, ...differences, publishedThrough: publishedThrough(after.days), regions };
  }

  private async inRegion(
    regionCode: string,
    notice: HolidayNotice,
    dryRun: boolean,
  ): Promise<RegionHolidays | null> {
    const edition = await this.work.run((tx) => tx.rules.lockCalendar(regionCode));
    const amended = edition === null ? null : amendCalendar(edition.district, { notice });
    if (edition === null || amended?.ok !== true) return null;
    const calendar = workingCalendar(calendarOfDistrict(amended.value));
    const { totals } = await this.trial.execute({ regionCode, calendar });
    if (!dryRun) await this.write(regionCode, notice, edition, totals);
    return { regionCode, version: edition.version + 1, totals };
  }

  private write(
    regionCode: string,
    notice: HolidayNotice,
    { version }: CalendarEdition,
    effects: RulesTotals,
  ): Promise<void> {
    return this.work.run(async (tx) => {
      const edition = await tx.rules.lockCalendar(regionCode);
      const amended = edition === null ? null : amendCalendar(edition.district, { notice });
      // Somebody else has loaded it meanwhile.
      if (edition?.version !== version || amended?.ok !== true) return;
      const reason = notice.days.at(-1)?.source ?? `${String(notice.year)} 年节假日`;
      await tx.rules.writeCalendar({
        ...{
          regionCode,
          version: version + 1,
          district: amended.value,
          amendment: { notice },
          reason,
          effects,
        },
        ...{ madeById: null, madeAt: tx.now },
      });
    });
  }
}
