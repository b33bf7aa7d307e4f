import { Injectable } from '@nestjs/common';
import {
  amendCalendar,
  calendarOfDistrict,
  type Day,
  type DayDifferences,
  type Decision,
  dayDifferences,
  type HolidayNotice,
  parseHolidayNotice,
  publishedThrough,
  takeNotice,
  workingCalendar,
} from '@zhuqi/domain';
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

  /** Null where its calendar has these days already. */
  private async inRegion(
    regionCode: string,
    notice: HolidayNotice,
    dryRun: boolean,
  ): Promise<RegionHolidays | null> {
    for (;;) {
      const edition = await this.work.run((tx) => tx.rules.lockCalendar(regionCode));
      const amended = edition === null ? null : amendCalendar(edition.district, { notice });
      if (edition === null || amended === null || isUnchanged(amended)) return null;
      const calendar = workingCalendar(calendarOfDistrict(valueOf(amended)));
      const { totals } = await this.trial.execute({ regionCode, calendar });
      const version = edition.version + 1;
      const order = { regionCode, version, notice, effects: totals };
      // Somebody else has changed the calendar meanwhile: once more, on top of that.
      if (dryRun || (await this.write(order))) return { regionCode, version, totals };
    }
  }

  /** False when this is no longer the next version. */
  private write({ regionCode, version, notice, effects }: Order): Promise<boolean> {
    return this.work.run(async (tx) => {
      const edition = await tx.rules.lockCalendar(regionCode);
      if (edition?.version !== version - 1) return false;
      const district = valueOf(amendCalendar(edition.district, { notice }));
      const reason = notice.days.at(-1)?.source ?? `${String(notice.year)} 年节假日`;
      await tx.rules.writeCalendar({
        ...{ regionCode, version, district, amendment: { notice }, reason, effects },
        ...{ madeById: null, madeAt: tx.now },
      });
      return true;
    });
  }
}

interface Order {
  readonly regionCode: string;
  readonly version: number;
  readonly notice: HolidayNotice;
  readonly effects: RulesTotals;
}

const isUnchanged = (amended: Decision<unknown>): boolean =>
  !amended.ok && amended.refusal.code === 'calendar.unchanged';
