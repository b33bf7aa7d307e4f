import fc from 'fast-check';
import { NaiveCalendar } from '../../../../bench/naive-calendar';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../time';
import type { CalendarSpec, HourRange } from './calendar-definition';
import { WEEKDAYS } from './civil-day';
import { workingTime } from './pauses';
import { deadlineOf } from './preview';
import { workingCalendar } from './working-calendar';

const STEP_MS = 5 * MINUTE_MS;
const hhmm = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Each zone with an instant shortly before one of its clock changes: whole and half hours, both hemispheres, at midnight. */
const zones = fc.constantFrom(
  ['Asia/Shanghai', '2026-09-28T00:00:00Z'],
  ['America/New_York', '2026-03-05T00:00:00Z'],
  ['America/New_York', '2026-10-29T00:00:00Z'],
  ['Europe/London', '2026-03-26T00:00:00Z'],
  ['America/St_Johns', '2026-10-29T00:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-01T00:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-01T00:00:00Z'],
  ['Australia/Adelaide', '2026-04-01T00:00:00Z'],
  ['Pacific/Chatham', '2026-09-24T00:00:00Z'],
  ['America/Sao_Paulo', '2018-11-01T00:00:00Z'],
  ['America/Sao_Paulo', '2019-02-14T00:00:00Z'],
  ['Asia/Kathmandu', '2026-04-01T00:00:00Z'],
);

/** Ranges whose edges no clock change touches: midnight, or from five to eleven at night; they may overlap. */
const range = fc
  .tuple(fc.constantFrom(0, 300, 510, 690), fc.integer({ min: 61, max: 277 }))
  .map(([from, to]): HourRange => [hhmm(from), to === 277 ? '24:00' : hhmm(Math.max(from + 15, to * 5))]);
const ranges = fc.array(range, { maxLength: 3 });

const weeks = fc
  .tuple(...WEEKDAYS.map(() => ranges))
  .map((week) => Object.fromEntries(WEEKDAYS.map((day, i) => [day, week[i] ?? []])));

/** None, or one that begins or ends within these days; the second kind reaches over New Year. */
const seasonsAround = (days: readonly string[]) => {
  const dates = fc.integer({ min: 1, max: days.length - 1 }).map((index) => days[index]?.slice(5) ?? '');
  const season = fc.tuple(dates, fc.constantFrom('from', 'to'), weeks).map(([date, edge, weekly]) => ({
    ...(edge === 'from' ? { from: date, to: '12-31' } : { from: '12-31', to: date }),
    ...{ name: '季节', weekly },
  }));
  return fc.oneof(
    fc.constant([]),
    season.map((one) => [one]),
  );
};

const calendars = zones.chain(([timeZone = '', near = '']) => {
  const days = Array.from({ length: 12 }, (_, i) =>
    new Date(Date.parse(near) + i * DAY_MS).toISOString().slice(0, 10),
  );
  const specs = fc.record({
    timeZone: fc.constant(timeZone),
    weekly: fc
      .tuple(...WEEKDAYS.map(() => ranges))
      .map((week) =>
        Object.fromEntries(WEEKDAYS.map((day, i) => [day, i === 2 ? [['09:00', '17:00']] : week[i]])),
      ),
    seasons: seasonsAround(days),
    holidays: fc.subarray(days, { maxLength: 3 }),
    exceptions: fc.dictionary(fc.constantFrom(...days), ranges, { maxKeys: 2 }),
    breaks: fc.dictionary(fc.constantFrom(...days), ranges, { maxKeys: 2 }),
  }) as fc.Arbitrary<CalendarSpec>;
  const instants = fc
    .integer({ min: 0, max: (8 * DAY_MS) / STEP_MS })
    .map((i) => Date.parse(near) + i * STEP_MS);
  return fc.tuple(specs, instants, instants, instants, instants);
});
const amounts = fc.integer({ min: 1, max: 40 * 60 }).map((minutes) => minutes * MINUTE_MS);

const runs = { numRuns: 60 };

describe('any calendar, near any change of the clocks', () => {
  it('finds the deadline that counting step by step finds', () => {
    fc.assert(
      fc.property(calendars, amounts, ([spec, start], ms) => {
        expect(workingCalendar(spec).addTime(start, ms)).toBe(new NaiveCalendar(spec).addTime(start, ms));
      }),
      runs,
    );
  });

  it('agrees with a count second by second, from any odd second', () => {
    const odd = fc.integer({ min: 0, max: 3 * 3600 });
    fc.assert(
      fc.property(calendars, odd, odd, ([spec, at], before, after) => {
        const calendar = workingCalendar(spec);
        const count = new NaiveCalendar(spec, SECOND_MS);
        const [from, to] = [at - before * SECOND_MS, at + after * SECOND_MS];
        const elapsed = count.elapsed(from, to);
        expect(calendar.elapsed(from, to)).toBe(elapsed);
        if (elapsed > 0) expect(calendar.addTime(from, elapsed)).toBe(count.addTime(from, elapsed));
      }),
      { numRuns: 25 },
    );
  });

  it('counts the open time that counting step by step counts', () => {
    fc.assert(
      fc.property(calendars, ([spec, a, b]) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(workingCalendar(spec).elapsed(from, to)).toBe(new NaiveCalendar(spec).elapsed(from, to));
        expect(workingCalendar(spec).elapsed(to, from)).toBe(0);
      }),
      runs,
    );
  });

  it('does not count pauses, in whatever order and overlap they come', () => {
    fc.assert(
      fc.property(calendars, amounts, ([spec, start, a, b, c], seconds) => {
        const pauses = [
          { from: Math.min(a, b), to: Math.max(a, b) },
          { from: Math.min(b, c), to: Math.max(b, c) },
        ];
        const calendar = workingCalendar(spec);
        const dueAt = deadlineOf({ calendar, start, allowance: { seconds: seconds / 1000 }, pauses });
        expect(dueAt).toBe(new NaiveCalendar(spec).addTime(start, seconds, pauses));
        expect(workingTime(calendar, start, dueAt, pauses)).toBe(seconds);
      }),
      runs,
    );
  });

  it('goes back as far as it went forward', () => {
    fc.assert(
      fc.property(calendars, amounts, ([spec, at], ms) => {
        const calendar = workingCalendar(spec);
        const start = calendar.nextOpening(at);
        const due = calendar.addTime(start, ms);
        expect(calendar.elapsed(start, due)).toBe(ms);
        expect(calendar.subtractTime(due, ms)).toBe(start);
      }),
    );
  });

  it('adds in one step what it adds in two, and loses nothing where a span is cut', () => {
    fc.assert(
      fc.property(calendars, amounts, amounts, ([spec, start, a, b], first, second) => {
        const calendar = workingCalendar(spec);
        expect(calendar.addTime(calendar.addTime(start, first), second)).toBe(
          calendar.addTime(start, first + second),
        );
        const [from, middle, to] = [start, a, b].sort((x, y) => x - y) as [number, number, number];
        expect(calendar.elapsed(from, middle) + calendar.elapsed(middle, to)).toBe(
          calendar.elapsed(from, to),
        );
      }),
    );
  });

  it('never gives a later start or a longer allowance an earlier deadline', () => {
    fc.assert(
      fc.property(calendars, amounts, amounts, ([spec, a, b], ms, more) => {
        const calendar = workingCalendar(spec);
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        expect(calendar.addTime(late, ms)).toBeGreaterThanOrEqual(calendar.addTime(early, ms));
        expect(calendar.addTime(early, ms + more)).toBeGreaterThan(calendar.addTime(early, ms));
        const count = { from: 'nextDay', endOfDay: true } as const;
        expect(calendar.addDays(late, 2, count)).toBeGreaterThanOrEqual(calendar.addDays(early, 2, count));
      }),
    );
  });

  it('accounts for every instant, and the seconds counted are the open time outside pauses', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 0, max: 999 }), ([spec, a, b, c, d], odd) => {
        const calendar = workingCalendar(spec);
        const [from, to] = [Math.min(a, b) - odd, Math.max(a, b) + odd];
        const pauses = [{ from: Math.min(c, d) + odd, to: Math.max(c, d) }];
        const segments = calendar.describe(from, to, pauses);
        expect(segments.map((s) => s.from)).toEqual(
          from < to ? [from, ...segments.slice(0, -1).map((s) => s.to)] : [],
        );
        expect(segments.at(-1)?.to ?? to).toBe(to);
        expect(segments.reduce((sum, s) => sum + s.seconds, 0)).toBe(
          Math.floor(workingTime(calendar, from, to, pauses) / 1000),
        );
      }),
    );
  });

  it('lists open periods in order that hold exactly the open time', () => {
    fc.assert(
      fc.property(calendars, ([spec, from]) => {
        const calendar = workingCalendar(spec);
        const periods = calendar.openPeriods(from)[Symbol.iterator]();
        let cursor = from;
        for (let i = 0; i < 10; i += 1) {
          const { from: opens, to: closes } = periods.next().value as { from: number; to: number };
          expect(calendar.elapsed(cursor, closes)).toBe(closes - opens);
          expect(opens).toBeGreaterThanOrEqual(cursor);
          cursor = closes;
        }
      }),
    );
  });
});
