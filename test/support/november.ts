import {
  startClock,
  WEEKDAYS,
  workingCalendar,
  type Allowance,
  type Clock,
  type HourRange,
} from '@zhuqi/domain';

export const OFFICE_HOURS: readonly HourRange[] = [
  ['08:30', '11:30'],
  ['13:00', '17:00'],
];

/** A district's hours without holidays, so that a test can be reckoned in the head. */
export const districtHours = {
  timeZone: 'Asia/Shanghai',
  weekly: Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, OFFICE_HOURS])),
  publishedThrough: '2026-12-31',
};
export const districtCalendar = workingCalendar(districtHours);

/** `02T09:00` in November 2026, Shanghai: the 2nd, 9th and 16th are Mondays. */
export const november = (dayAndTime: string): number => Date.parse(`2026-11-${dayAndTime}+08:00`);

/** The other way round. */
export const inNovember = (at: number | null): string | null =>
  at === null ? null : new Date(at + 8 * 3_600_000).toISOString().slice(8, 16);

export const workingDays = (count: number): Allowance => ({ unit: 'workingDays', count });
export const workingMinutes = (count: number): Allowance => ({ unit: 'workingMinutes', count });

/** A promise started at `at`. */
export const promised = (allowance: Allowance, at: number, calendar = districtCalendar): Clock =>
  startClock(
    {
      ...({ id: 'c1', kind: 'resolve', round: 1, tier: null, unitId: 'u1', personId: null } as const),
      ...{ allowance, policyVersion: 1 },
    },
    at,
    calendar,
  );
