import type { CalendarDay } from './calendar-days';
import type { DistrictCalendar, HolidayYear } from './district-calendar';
import { stateOf, type HolidayNotice } from './holiday-notice';

/** What became of the days of a calendar. */
export interface DayDifferences {
  readonly added: readonly CalendarDay[];
  readonly changed: readonly { readonly before: CalendarDay; readonly after: CalendarDay }[];
  readonly removed: readonly CalendarDay[];
}

/**
 * A year's notice taken over as a whole: its days replace everything that was known of that year, guesses and
 * earlier notices alike. Taking it again changes nothing.
 */
export function takeNotice(
  { days, years }: Pick<DistrictCalendar, 'days' | 'years'>,
  notice: HolidayNotice,
): Pick<DistrictCalendar, 'days' | 'years'> {
  const named = new Set(notice.days.map(({ day }) => day));
  const own = new Set(notice.days.map(({ source }) => source));
  // The last days of December belong to the notice of the year after.
  const others = new Set(years.filter(({ year }) => year !== notice.year).map(({ source }) => source));
  const superseded = ({ day, source }: CalendarDay): boolean =>
    own.has(source) || (day.startsWith(`${String(notice.year)}-`) && !others.has(source));
  const kept = days.filter((row) => !named.has(row.day) && !superseded(row));
  return {
    days: [...kept, ...notice.days].sort((a, b) => (a.day < b.day ? -1 : 1)),
    years: [...years.filter(({ year }) => year !== notice.year), yearOf(notice)].sort(
      (a, b) => a.year - b.year,
    ),
  };
}

const yearOf = (notice: HolidayNotice): HolidayYear => ({
  year: notice.year,
  source: notice.days.at(-1)?.source ?? '',
  state: stateOf(notice),
});

/** Day by day what one list has that the other has not. */
export function dayDifferences(
  before: readonly CalendarDay[],
  after: readonly CalendarDay[],
): DayDifferences {
  const known = new Map(before.map((row) => [row.day, row]));
  const named = new Set(after.map(({ day }) => day));
  return {
    added: after.filter(({ day }) => !known.has(day)),
    changed: after.flatMap((row) => {
      const earlier = known.get(row.day);
      return earlier === undefined || same(earlier, row) ? [] : [{ before: earlier, after: row }];
    }),
    removed: before.filter(({ day }) => !named.has(day)),
  };
}

const same = (left: CalendarDay, right: CalendarDay): boolean =>
  (['kind', 'name', 'source', 'state'] as const).every((field) => left[field] === right[field]);
