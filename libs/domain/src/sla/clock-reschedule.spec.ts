import fc from 'fast-check';
import {
  districtCalendar,
  districtHours,
  inNovember,
  november,
  promised,
  workingDays,
  workingMinutes,
} from '../../../../test/support/november';
import { DAY_MS } from '../time';
import type { Allowance } from './allowance';
import type { Clock } from './clock';
import { explainClock } from './clock-explain';
import { rescheduleClock } from './clock-reschedule';
import { extendClock, pauseClock, reopenClock, resumeClock, stopClock } from './clock-transitions';
import { DEFAULT_LAMP_RULE } from './lamp';
import { workingCalendar, type WorkingCalendar } from './working-calendar';

const moved = (clock: Clock, after: WorkingCalendar): Clock =>
  rescheduleClock(clock, { before: districtCalendar, after });

describe('a changed calendar', () => {
  const after = workingCalendar({ ...districtHours, holidays: ['2026-11-04'] });

  it('moves the clocks that run across the new holiday, extensions included', () => {
    const clock = extendClock(
      promised(workingDays(3), november('02T10:00')),
      november('06T17:00'),
      districtCalendar,
    );
    const now = moved(clock, after);
    expect([inNovember(now.originalDueAt), inNovember(now.unextendedDueAt), inNovember(now.dueAt)]).toEqual([
      '06T17:00',
      '06T17:00',
      '09T17:00',
    ]);
    expect([now.generation, now.workingMs]).toEqual([3, clock.workingMs]);
  });

  it('leaves the others as they are', () => {
    const clock = promised(workingDays(3), november('09T10:00'));
    expect(moved(clock, after)).toBe(clock);
    const stopped = stopClock(promised(workingDays(3), november('02T10:00')), november('03T10:00'));
    expect(moved(stopped, after)).toBe(stopped);
  });

  it('moves a clock that stands by what it had run, and not by what it stands', () => {
    const paused = pauseClock(promised(workingDays(3), november('02T10:00')), november('03T10:00'), '待补充');
    expect(inNovember(moved(paused, after).dueAt)).toBe('06T17:00');
    const again = resumeClock(paused, november('05T10:00'), districtCalendar);
    // On the 4th nothing was open, so the pause gave back a day less.
    expect([inNovember(again.dueAt), inNovember(moved(again, after).dueAt)]).toEqual([
      '09T17:00',
      '09T17:00',
    ]);
  });

  it('does not take a pause within an extension for a part of it', () => {
    const extended = extendClock(
      promised(workingDays(1), november('02T10:00')),
      november('06T17:00'),
      districtCalendar,
    );
    const paused = pauseClock(extended, november('04T08:30'), '挂起');
    const resumed = resumeClock(paused, november('05T08:30'), districtCalendar);
    expect([inNovember(resumed.dueAt), inNovember(moved(resumed, after).dueAt)]).toEqual([
      '09T17:00',
      '09T17:00',
    ]);
  });

  it('tells what lies past the published days, and what no longer does', () => {
    const clock = promised(workingDays(3), november('02T10:00'));
    const guess = workingCalendar({ ...districtHours, publishedThrough: '2026-11-03' });
    expect(moved(clock, guess)).toMatchObject({ provisional: true, dueAt: clock.dueAt });
    const published = { before: guess, after: districtCalendar };
    expect(rescheduleClock(moved(clock, guess), published)).toMatchObject({ provisional: false });
  });

  it('keeps the distance of the yellow lamp in open time', () => {
    const clock = promised(workingDays(3), november('02T10:00'));
    expect([inNovember(clock.warnAt), inNovember(moved(clock, after).warnAt)]).toEqual([
      '04T17:00',
      '05T17:00',
    ]);
  });
});

describe('new terms', () => {
  const terms = { allowance: workingDays(5), policyVersion: 2, lamp: DEFAULT_LAMP_RULE };
  const rules = { before: districtCalendar, after: districtCalendar, terms };

  it('count from the start, with what had been granted on top', () => {
    const clock = extendClock(
      promised(workingDays(3), november('02T10:00')),
      november('06T17:00'),
      districtCalendar,
    );
    const now = rescheduleClock(clock, rules);
    expect([inNovember(now.unextendedDueAt), inNovember(now.dueAt)]).toEqual(['09T17:00', '10T17:00']);
    expect([now.allowance, now.policyVersion]).toEqual([workingDays(5), 2]);
  });

  it('may bring the due time forward', () => {
    const clock = promised(workingDays(7), november('02T10:00'));
    expect(inNovember(rescheduleClock(clock, rules).dueAt)).toBe('09T17:00');
  });

  it('are noted even where the due time stays', () => {
    const clock = promised(workingDays(5), november('02T10:00'));
    expect(rescheduleClock(clock, rules)).toMatchObject({ policyVersion: 2, dueAt: clock.dueAt });
  });
});

const november2026 = Array.from({ length: 26 }, (_, n) => `2026-11-${String(n + 2).padStart(2, '0')}`);

/** Calendars a district could have come to: days closed or opened, other closing hours, a season. */
const calendars = fc
  .record({
    holidays: fc.subarray(november2026, { maxLength: 6 }),
    opened: fc.subarray(november2026, { maxLength: 2 }),
    closing: fc.constantFrom('16:30', '17:00', '17:30'),
    seasonFrom: fc.constantFrom('11-05', '11-20', '12-01'),
  })
  .map(({ holidays, opened, closing, seasonFrom }) =>
    workingCalendar({
      ...districtHours,
      seasons: [
        {
          ...{ name: '冬季', from: seasonFrom, to: '02-28' },
          weekly: Object.fromEntries(
            Object.keys(districtHours.weekly).map((day) => [day, [['09:00', closing] as const]]),
          ),
        },
      ],
      holidays,
      exceptions: Object.fromEntries(opened.map((day) => [day, [['09:00', '12:00'] as const]])),
    }),
  );

const allowances = fc.oneof(
  fc.integer({ min: 1, max: 8 }).map(workingDays),
  fc.integer({ min: 1, max: 3000 }).map(workingMinutes),
  fc.constant<Allowance>({ unit: 'sameDay' }),
);

interface Life {
  readonly allowance: Allowance;
  readonly startMs: number;
  readonly acts: readonly { readonly act: keyof typeof ACTS; readonly afterMs: number }[];
}

const ACTS = {
  pause: (clock: Clock, at: number) => pauseClock(clock, at, '待补充'),
  resume: (clock: Clock, at: number, on: WorkingCalendar) => resumeClock(clock, at, on),
  stop: (clock: Clock, at: number) => stopClock(clock, at),
  reopen: (clock: Clock, at: number, on: WorkingCalendar) => reopenClock(clock, at, on),
} as const;

const lives: fc.Arbitrary<Life> = fc.record({
  allowance: allowances,
  startMs: fc.integer({ min: 0, max: 5 * DAY_MS }),
  acts: fc.array(
    fc.record({
      act: fc.constantFrom(...(Object.keys(ACTS) as (keyof typeof ACTS)[])),
      afterMs: fc.integer({ min: 1, max: 2 * DAY_MS }),
    }),
    { maxLength: 8 },
  ),
});

/** A clock that lived on one calendar from its first day. */
function lived({ allowance, startMs, acts }: Life, on: WorkingCalendar): Clock {
  let now = november('02T00:00') + startMs;
  let clock = promised(allowance, now, on);
  for (const { act, afterMs } of acts) {
    now += afterMs;
    clock = ACTS[act](clock, now, on);
  }
  return clock;
}

const timesOf = ({ dueAt, unextendedDueAt, originalDueAt, workingMs, provisional }: Clock) => ({
  ...{ dueAt, unextendedDueAt, originalDueAt, workingMs, provisional },
});

describe('any clock under any change of calendar', () => {
  it('is due when it would be had the calendar been so from the beginning', () => {
    fc.assert(
      fc.property(lives, calendars, calendars, (life, before, after) => {
        const clock = lived(life, before);
        if (clock.state === 'stopped') return;
        expect(timesOf(rescheduleClock(clock, { before, after }))).toEqual(timesOf(lived(life, after)));
      }),
      { numRuns: 500 },
    );
  });

  it('comes to the same over one version as over two, and back again by the way it came', () => {
    fc.assert(
      fc.property(lives, calendars, calendars, calendars, (life, first, second, third) => {
        const clock = lived(life, first);
        const step = rescheduleClock(clock, { before: first, after: second });
        const twice = rescheduleClock(step, { before: second, after: third });
        const once = rescheduleClock(clock, { before: first, after: third });
        expect(timesOf(twice)).toEqual(timesOf(once));
        expect(timesOf(rescheduleClock(once, { before: third, after: first }))).toEqual(timesOf(clock));
      }),
      { numRuns: 300 },
    );
  });

  it('still accounts for every second it is given, extended or not', () => {
    fc.assert(
      fc.property(
        lives,
        calendars,
        calendars,
        fc.integer({ min: 1, max: 3000 }),
        (life, before, after, minutes) => {
          const clock = lived(life, before);
          // A ruling names a day to come.
          const told = life.acts.reduce((at, { afterMs }) => at + afterMs, clock.startedAt);
          const dueAt = before.addTime(Math.max(clock.dueAt, told), minutes * 60_000);
          const now = rescheduleClock(extendClock(clock, dueAt, before), { before, after });
          if (now.state === 'stopped') return;
          const { segments, workingSeconds } = explainClock(now, after, now.dueAt);
          expect(segments.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(workingSeconds);
        },
      ),
      { numRuns: 300 },
    );
  });
});
