import { Injectable } from '@nestjs/common';
import { type CalendarDay, type Day, publishedThrough } from '@zhuqi/domain';
import { valueOf } from '../refused';
import { type HolidayNotice, parseHolidayNotice, stateOf } from './holiday-notice';
import { HolidayStore, type HolidayYear } from './holiday-store';

/** What loading a year has changed. */
export interface LoadedHolidays {
  readonly year: number;
  readonly added: readonly CalendarDay[];
  readonly changed: readonly { readonly before: CalendarDay; readonly after: CalendarDay }[];
  readonly removed: readonly CalendarDay[];
  /** The last day whose holidays are published now; null when no year is. */
  readonly publishedThrough: Day | null;
  /** Live clocks, which keep the due time they were promised. */
  readonly liveClocks: number;
}

/**
 * Takes a year's notice over as a whole: its days replace everything that was known of that year, guesses and
 * earlier notices alike. Loading it again changes nothing.
 */
@Injectable()
export class LoadHolidays {
  constructor(private readonly store: HolidayStore) {}

  /** Refuses what is no notice with the pointer to the first wrong place. */
  async execute(input: unknown): Promise<LoadedHolidays> {
    const notice = valueOf(parseHolidayNotice(input));
    const changes = changesBy(notice, await this.store.days(), await this.store.years());
    const { added, changed, removed } = changes;
    await this.store.replace({
      put: [...added, ...changed.map(({ after }) => after)],
      remove: removed.map(({ day }) => day),
      year: { year: notice.year, source: notice.days.at(-1)?.source ?? '', state: stateOf(notice) },
    });
    const horizon = publishedThrough(await this.store.days());
    const liveClocks = await this.store.liveClocks();
    return { year: notice.year, ...changes, publishedThrough: horizon, liveClocks };
  }
}

function changesBy(notice: HolidayNotice, before: readonly CalendarDay[], years: readonly HolidayYear[]) {
  const known = new Map(before.map((row) => [row.day, row]));
  const named = new Set(notice.days.map(({ day }) => day));
  const own = new Set(notice.days.map(({ source }) => source));
  // The last days of December belong to the notice of the year after.
  const others = new Set(years.filter(({ year }) => year !== notice.year).map(({ source }) => source));
  const superseded = ({ day, source }: CalendarDay): boolean =>
    own.has(source) || (day.startsWith(`${String(notice.year)}-`) && !others.has(source));
  return {
    added: notice.days.filter(({ day }) => !known.has(day)),
    changed: notice.days.flatMap((after) => {
      const earlier = known.get(after.day);
      return earlier === undefined || same(earlier, after) ? [] : [{ before: earlier, after }];
    }),
    removed: before.filter((row) => !named.has(row.day) && superseded(row)),
  };
}

const same = (left: CalendarDay, right: CalendarDay): boolean =>
  (['kind', 'name', 'source', 'state'] as const).every((field) => left[field] === right[field]);
