import {
  districtCalendar,
  inNovember,
  november,
  OFFICE_HOURS,
  promised,
  workingDays,
  workingMinutes,
} from '../../../../test/support/november';
import {
  extendClock,
  pauseClock,
  reopenClock,
  resumeClock,
  startClock,
  stopClock,
} from './clock-transitions';
import { overdueMs, pausedMs } from './clock-lamp';
import { workingCalendar } from './working-calendar';

describe('starting a clock', () => {
  it('counts working days from the next day (次日起) to the close of the last', () => {
    const clock = promised(workingDays(3), november('02T10:00'));
    expect(clock).toMatchObject({
      state: 'running',
      workingMs: 21 * 3_600_000,
      generation: 1,
      provisional: false,
    });
    expect(inNovember(clock.dueAt)).toBe('05T17:00');
    expect(clock.originalDueAt).toBe(clock.dueAt);
  });

  it('counts minutes from the next opening', () => {
    expect(inNovember(promised(workingMinutes(120), november('02T18:00')).dueAt)).toBe('03T10:30');
  });

  it('ends a same-day allowance when the doors close, or the next working day when they already have', () => {
    expect(inNovember(promised({ unit: 'sameDay' }, november('02T16:00')).dueAt)).toBe('02T17:00');
    expect(inNovember(promised({ unit: 'sameDay' }, november('06T19:00')).dueAt)).toBe('09T17:00');
    expect(inNovember(promised({ unit: 'sameDay' }, november('07T10:00')).dueAt)).toBe('09T17:00');
  });

  it('is provisional when it ends past the published holidays', () => {
    expect(promised(workingDays(40), november('09T10:00')).provisional).toBe(true);
  });

  it('fails loudly on a calendar that never opens again', () => {
    const once = workingCalendar({
      timeZone: 'Etc/UTC',
      weekly: {},
      exceptions: { '2020-01-01': OFFICE_HOURS },
    });
    const { id, kind, round, tier, unitId, personId, allowance, policyVersion } = promised(
      workingDays(1),
      november('02T10:00'),
    );
    const terms = { id, kind, round, tier, unitId, personId, allowance, policyVersion };
    expect(() => startClock(terms, november('02T10:00'), once)).toThrow(RangeError);
  });
});

describe('pausing and resuming', () => {
  const running = promised(workingDays(3), november('02T10:00'));

  it('adds the open time of the pause to the due time, without rounding to closing', () => {
    const resumed = resumeClock(
      pauseClock(running, november('03T10:00'), '待补充'),
      november('04T09:30'),
      districtCalendar,
    );
    // 5.5 h of the 3rd and 1 h of the 4th.
    expect(inNovember(resumed.dueAt)).toBe('06T16:30');
    expect(resumed).toMatchObject({ state: 'running', generation: 3, workingMs: running.workingMs });
    expect(resumed.originalDueAt).toBe(running.dueAt);
    expect(inNovember(resumed.warnAt)).toBe('05T16:30');
  });

  it('overnight moves nothing', () => {
    const resumed = resumeClock(
      pauseClock(running, november('03T17:00'), '挂起'),
      november('04T08:00'),
      districtCalendar,
    );
    expect(resumed.dueAt).toBe(running.dueAt);
  });

  it('does not move a due time that had already passed', () => {
    const resumed = resumeClock(
      pauseClock(running, november('06T09:00'), '待补充'),
      november('09T09:00'),
      districtCalendar,
    );
    expect(resumed.dueAt).toBe(running.dueAt);
    // Half an hour on the 6th before the pause and an hour on the 9th: the pause itself is not overdue time.
    expect(overdueMs(resumed, november('09T10:00'), districtCalendar)).toBe(1.5 * 3_600_000);
  });

  it('grants at least the minimum asked for, and leaves more when more remained', () => {
    const answered = pauseClock(running, november('05T16:00'), '已答复');
    expect(
      inNovember(resumeClock(answered, november('09T10:00'), districtCalendar, workingDays(2)).dueAt),
    ).toBe('11T17:00');
    const early = pauseClock(running, november('02T11:00'), '已答复');
    expect(inNovember(resumeClock(early, november('02T13:30'), districtCalendar, workingDays(2)).dueAt)).toBe(
      '06T09:30',
    );
  });

  it('is left alone where it does not apply', () => {
    const stopped = stopClock(running, november('03T10:00'));
    expect(resumeClock(running, november('03T10:00'), districtCalendar)).toBe(running);
    expect(resumeClock(stopped, november('03T10:00'), districtCalendar)).toBe(stopped);
    expect(pauseClock(stopped, november('03T10:00'), '挂起')).toBe(stopped);
    expect(stopClock(stopped, november('04T10:00'))).toBe(stopped);
    expect(reopenClock(running, november('04T10:00'), districtCalendar)).toBe(running);
  });

  it('after a stop runs on with what remained when it stood still', () => {
    const answered = pauseClock(running, november('05T16:00'), '已答复');
    const closed = stopClock(answered, november('12T09:00'));
    const reopened = reopenClock(closed, november('16T09:00'), districtCalendar);
    expect(reopened).toMatchObject({ state: 'running', stoppedAt: null });
    expect(inNovember(reopened.dueAt)).toBe('16T10:00');
    expect(reopened.pauses).toEqual([
      { from: november('05T16:00'), to: november('16T09:00'), reason: '已答复' },
    ]);
    expect(
      inNovember(
        reopenClock(
          stopClock(running, november('05T16:00')),
          november('16T09:00'),
          districtCalendar,
          workingDays(2),
        ).dueAt,
      ),
    ).toBe('18T17:00');
  });

  it('tells how long it stood, by the wall or in open time', () => {
    const paused = pauseClock(running, november('03T16:00'), '待补充');
    expect(pausedMs(paused, november('04T09:30'))).toBe(17.5 * 3_600_000);
    expect(pausedMs(paused, november('04T09:30'), districtCalendar)).toBe(2 * 3_600_000);
    expect(pausedMs(stopClock(paused, november('04T09:30')), november('09T09:30'), districtCalendar)).toBe(
      2 * 3_600_000,
    );
  });
});

describe('an extension', () => {
  const clock = promised(workingDays(3), november('02T10:00'));

  it('moves the due time and keeps the one first promised', () => {
    const extended = extendClock(clock, november('10T17:00'), districtCalendar);
    expect(extended).toMatchObject({
      dueAt: november('10T17:00'),
      originalDueAt: clock.dueAt,
      workingMs: 42 * 3_600_000,
    });
    expect(inNovember(extended.warnAt)).toBe('09T17:00');
    expect(extended.unextendedDueAt).toBe(clock.dueAt);
  });

  it('never shortens a promise', () => {
    expect(extendClock(clock, november('04T17:00'), districtCalendar)).toBe(clock);
  });
});
