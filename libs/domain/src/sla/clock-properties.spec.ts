import fc from 'fast-check';
import { districtHours, november, promised } from '../../../../test/support/november';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../time';
import type { Allowance } from './allowance';
import type { Clock } from './clock';
import { extendClock, pauseClock, reopenClock, resumeClock, stopClock } from './clock-transitions';
import { explainClock } from './clock-explain';
import { clockLamp, nextLampChangeAt, overdueMs, workMinutesLeft } from './clock-lamp';
import { rescheduleClock } from './clock-reschedule';
import { workingCalendar } from './working-calendar';

const calendar = workingCalendar({
  ...districtHours,
  holidays: ['2026-11-05'],
  exceptions: { '2026-11-08': [['09:00', '12:00']] },
  makeupDays: ['2026-11-08'],
});

const allowances = fc.oneof(
  fc.record({ unit: fc.constant('workingDays' as const), count: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ unit: fc.constant('workingMinutes' as const), count: fc.integer({ min: 1, max: 3000 }) }),
  fc.constant<Allowance>({ unit: 'sameDay' }),
);
const steps = fc.array(
  fc.record({
    act: fc.constantFrom('pause', 'resume', 'resumeWithMinimum', 'stop', 'reopen', 'extend'),
    afterMs: fc.integer({ min: 0, max: 2 * DAY_MS }),
  }),
  { maxLength: 8 },
);
const twoDays: Allowance = { unit: 'workingDays', count: 2 };

const ACTS = {
  pause: (clock: Clock, at: number) => pauseClock(clock, at, '待补充'),
  resume: (clock: Clock, at: number) => resumeClock(clock, at, calendar),
  resumeWithMinimum: (clock: Clock, at: number) => resumeClock(clock, at, calendar, twoDays),
  stop: stopClock,
  reopen: (clock: Clock, at: number) => reopenClock(clock, at, calendar, twoDays),
  extend: (clock: Clock) => extendClock(clock, calendar.addTime(clock.dueAt, 5 * HOUR_MS), calendar),
} as const;

/** A clock after some of what can happen to one, and the instant it has been told. */
const histories = fc
  .tuple(allowances, fc.integer({ min: 0, max: 5 * DAY_MS }), steps, fc.integer({ min: 0, max: DAY_MS }))
  .map(([allowance, startMs, acts, laterMs]) => {
    let now = november('02T00:00') + startMs;
    let clock = promised(allowance, now, calendar);
    for (const { act, afterMs } of acts) {
      now += afterMs;
      clock = ACTS[act](clock, now);
    }
    return { clock, now: now + laterMs };
  });

describe('a clock, whatever happened to it', () => {
  it('explains every instant from start to due, and the counted seconds are those granted', () => {
    fc.assert(
      fc.property(histories, ({ clock, now }) => {
        const { segments, startedAt, dueAt, workingSeconds } = explainClock(clock, calendar, now);
        expect(segments.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(workingSeconds);
        expect(segments.map(({ from }) => from)).toEqual([
          startedAt,
          ...segments.slice(0, -1).map(({ to }) => to),
        ]);
        expect(segments.at(-1)?.to).toBe(dueAt);
      }),
      { numRuns: 1000 },
    );
  });

  it('shows the lamp its due time and warning announce, until the announced change', () => {
    fc.assert(
      fc.property(histories, ({ clock, now }) => {
        const lamp = clockLamp(clock, now);
        const next = nextLampChangeAt(clock, now);
        if (next !== null) {
          expect(clockLamp(clock, next - 1)).toBe(lamp);
          expect(clockLamp(clock, next)).not.toBe(lamp);
        }
        expect((clock.warnAt ?? clock.dueAt) <= clock.dueAt).toBe(true);
      }),
    );
  });

  it('is never both late and with time left', () => {
    fc.assert(
      fc.property(histories, ({ clock, now }) => {
        const late = overdueMs(clock, now, calendar);
        const left = workMinutesLeft(clock, now, calendar);
        expect(late >= 0 && (late === 0 || left <= 0)).toBe(true);
        if (clock.state === 'running' && clockLamp(clock, now) === 'green')
          expect(left).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is not moved by a calendar that did not change', () => {
    fc.assert(
      fc.property(histories, ({ clock }) => {
        expect(rescheduleClock(clock, { before: calendar, after: calendar })).toBe(clock);
      }),
    );
  });

  it('paused and resumed leaves as much time as it had, or is as late as it was', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 3 * DAY_MS }), ({ clock, now }, pauseMs) => {
        if (clock.state !== 'running') return;
        const resumed = resumeClock(pauseClock(clock, now, '挂起'), now + pauseMs, calendar);
        expect(workMinutesLeft(resumed, now + pauseMs, calendar)).toBe(workMinutesLeft(clock, now, calendar));
        expect(Math.floor(resumed.workingMs / SECOND_MS)).toBe(Math.floor(clock.workingMs / SECOND_MS));
      }),
    );
  });
});
