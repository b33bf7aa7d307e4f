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
import { DAY_MS, HOUR_MS, SECOND_MS } from '../time';
import type { Clock } from './clock';
import { extendClock, pauseClock, reopenClock, resumeClock, stopClock } from './clock-transitions';
import { explainClock, GRANT_NOTE } from './clock-explain';
import { endedPauses } from './clock-pauses';
import { workingTime } from './pauses';
import { PAUSE_LABEL } from './segments';
import { workingCalendar } from './working-calendar';

describe('an explanation', () => {
  const told = (clock: Clock, now: number) =>
    explainClock(clock, districtCalendar, now).segments.map(({ from, seconds, reason, note }) => [
      inNovember(from),
      reason,
      seconds / 3600,
      note,
    ]);

  it('leaves out the rest of the first day of a count in days', () => {
    expect(told(promised(workingDays(1), november('02T10:00')), november('02T10:00'))).toEqual([
      ['02T10:00', 'closed', 0, '次日起算'],
      ['03T00:00', 'closed', 0, undefined],
      ['03T08:30', 'open', 3, undefined],
      ['03T11:30', 'closed', 0, undefined],
      ['03T13:00', 'open', 4, undefined],
    ]);
  });

  it('gives the time of a pause on that first day back at the end, so that the sum stays the allowance', () => {
    const paused = pauseClock(
      promised(workingDays(1), november('02T10:00')),
      november('02T14:00'),
      'need_info',
    );
    const resumed = resumeClock(paused, november('02T15:00'), districtCalendar);
    expect(told(resumed, november('02T15:00'))).toEqual([
      ['02T10:00', 'closed', 0, '次日起算'],
      ['02T14:00', 'pause', 0, '暂停 1：待补充材料'],
      ['02T15:00', 'closed', 0, '次日起算'],
      ['03T00:00', 'closed', 0, undefined],
      ['03T08:30', 'open', 3, undefined],
      ['03T11:30', 'closed', 0, undefined],
      ['03T13:00', 'open', 4, undefined],
      ['03T17:00', 'closed', 0, undefined],
      ['04T08:30', 'pause', 0, '首日暂停顺延'],
    ]);
  });

  it('takes a pause that still lasts as ending now', () => {
    const paused = pauseClock(
      promised(workingMinutes(60), november('02T09:00')),
      november('02T09:30'),
      'need_info',
    );
    expect(told(paused, november('02T10:00'))).toEqual([
      ['02T09:00', 'open', 0.5, undefined],
      ['02T09:30', 'pause', 0, '暂停 1：待补充材料'],
      ['02T10:00', 'open', 0.5, undefined],
    ]);
  });

  it('says in people’s words why a clock stands, and shows a reason it does not know as it is', () => {
    const reasons = [...Object.keys(PAUSE_LABEL), '停电', 'constructor'];
    const notes = reasons.map((reason) => {
      const paused = pauseClock(
        promised(workingMinutes(60), november('02T09:00')),
        november('02T09:30'),
        reason,
      );
      return told(paused, november('02T10:00')).at(1)?.[3];
    });
    const spoken = ['待补充材料', '挂起', '并案', '等待企业确认', '已销号', '停电', 'constructor'];
    expect(notes).toEqual(spoken.map((word) => `暂停 1：${word}`));
  });

  it('marks what an extension granted, after what the allowance did', () => {
    const clock = promised(workingDays(1), november('02T10:00'));
    const extended = extendClock(clock, november('04T10:30'), districtCalendar);
    expect(told(extended, november('02T10:00')).slice(4)).toEqual([
      ['03T13:00', 'open', 4, undefined],
      ['03T17:00', 'closed', 0, undefined],
      ['04T08:30', 'open', 2, '延期'],
    ]);
  });

  it('marks the least that a new round leaves', () => {
    const clock = promised(workingMinutes(60), november('02T09:00'));
    const stopped = stopClock(clock, november('02T09:30'));
    const again = reopenClock(stopped, november('02T13:00'), districtCalendar, workingMinutes(120));
    expect(told(again, november('02T13:00'))).toEqual([
      ['02T09:00', 'open', 0.5, undefined],
      ['02T09:30', 'pause', 0, '暂停 1：已销号'],
      ['02T13:00', 'open', 0.5, undefined],
      ['02T13:30', 'open', 1.5, '再办理保障'],
    ]);
  });

  it('puts a first day’s pause before what was granted on top', () => {
    const paused = pauseClock(
      promised(workingDays(1), november('02T10:00')),
      november('02T14:00'),
      'need_info',
    );
    const resumed = resumeClock(paused, november('02T15:00'), districtCalendar);
    const extended = extendClock(resumed, november('04T11:30'), districtCalendar);
    expect(told(extended, november('02T15:00')).slice(-2)).toEqual([
      ['04T08:30', 'pause', 0, '首日暂停顺延'],
      ['04T09:30', 'open', 2, '延期'],
    ]);
  });
});

describe('an explanation, whatever happened', () => {
  const calendar = workingCalendar({
    ...districtHours,
    holidays: ['2026-11-05'],
    exceptions: { '2026-11-08': [['09:00', '12:00']] },
    makeupDays: ['2026-11-08'],
  });
  const reasons = ['need_info', 'suspended', 'merged', 'answered'] as const;
  const acts = fc.array(
    fc.record({
      act: fc.constantFrom(...reasons, 'resume', 'dispute', 'stop', 'reopen', 'extend'),
      afterMs: fc.integer({ min: 0, max: 2 * DAY_MS }),
    }),
    { maxLength: 12 },
  );
  const minimum = workingDays(2);
  const step = (clock: Clock, act: string, now: number): Clock => {
    if (act === 'resume') return resumeClock(clock, now, calendar);
    if (act === 'dispute') return resumeClock(clock, now, calendar, minimum);
    if (act === 'stop') return stopClock(clock, now);
    if (act === 'reopen') return reopenClock(clock, now, calendar, minimum);
    if (act === 'extend') return extendClock(clock, calendar.addTime(clock.dueAt, 5 * HOUR_MS), calendar);
    return pauseClock(clock, now, act);
  };
  const histories = fc
    .tuple(
      fc.constantFrom(workingDays(3), workingMinutes(500), { unit: 'sameDay' } as const),
      fc.integer({ min: 0, max: 5 * DAY_MS }),
      acts,
    )
    .map(([allowance, startMs, steps]) => {
      let now = november('02T00:00') + startMs;
      let clock = promised(allowance, now, calendar);
      for (const { act, afterMs } of steps) {
        now += afterMs;
        clock = step(clock, act, now);
      }
      return { clock, now };
    });
  const openSeconds = (segments: readonly { seconds: number }[]): number =>
    segments.reduce((sum, { seconds }) => sum + seconds, 0);

  it('leads from start to due without a gap, and its seconds add up to those granted', () => {
    fc.assert(
      fc.property(histories, ({ clock, now }) => {
        const { segments, startedAt, dueAt, workingSeconds } = explainClock(clock, calendar, now);
        const [starts, ends] = [segments.map(({ from }) => from), segments.map(({ to }) => to)];
        expect(openSeconds(segments)).toBe(workingSeconds);
        expect([...starts, dueAt]).toEqual([startedAt, ...ends]);
      }),
      { numRuns: 2000 },
    );
  });

  it('names every pause that lies before the due time, and marks exactly what extensions account for', () => {
    fc.assert(
      fc.property(histories, ({ clock, now }) => {
        const { segments } = explainClock(clock, calendar, now);
        for (const { reason, note } of segments) {
          if (reason === 'pause') expect(note).toMatch(/^(暂停 \d+：[\u4e00-\u9fff]+|首日暂停顺延)$/);
        }
        const extended = segments.filter(({ note }) => note?.startsWith(GRANT_NOTE.extension));
        const owed = workingTime(calendar, clock.unextendedDueAt, clock.dueAt, endedPauses(clock));
        expect(Math.abs(openSeconds(extended) - owed / SECOND_MS)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });
});
