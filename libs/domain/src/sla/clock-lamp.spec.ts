import {
  districtCalendar,
  inNovember,
  november,
  promised,
  workingDays,
  workingMinutes,
} from '../../../../test/support/november';
import { pauseClock, startClock, stopClock } from './clock-transitions';
import { clockLamp, dueAtIfResumed, nextLampChangeAt, workMinutesLeft } from './clock-lamp';
import { worseLamp } from './lamp';

describe('the lamp', () => {
  it('turns yellow when a third remains', () => {
    const clock = promised(workingMinutes(90), november('02T09:00'));
    expect(inNovember(clock.warnAt)).toBe('02T10:00');
    expect(
      [november('02T09:59'), november('02T10:00'), november('02T10:29'), november('02T10:30')].map((now) =>
        clockLamp(clock, now),
      ),
    ).toEqual(['green', 'yellow', 'yellow', 'red']);
  });

  it('turns yellow when a working day remains of more than two, if that comes before the last third', () => {
    // 3 days: the last third and the last day begin together, when the doors close the evening before.
    expect(inNovember(promised(workingDays(3), november('02T10:00')).warnAt)).toBe('04T17:00');
    // 2 days: a third of 14 hours is 4 h 40.
    expect(inNovember(promised(workingDays(2), november('02T10:00')).warnAt)).toBe('04T10:50');
    // 7 days: a third is more than the last day.
    expect(inNovember(promised(workingDays(7), november('02T10:00')).warnAt)).toBe('09T14:40');
    expect(inNovember(promised(workingMinutes(15 * 60), november('02T08:30')).warnAt)).toBe('03T09:30');
  });

  it('follows the rule of the policy', () => {
    const { id, kind, round, tier, unitId, personId, allowance, policyVersion } = promised(
      workingDays(5),
      november('02T10:00'),
    );
    const lamp = { share: { numerator: 1, denominator: 100 }, lastDays: 2, aboveDays: 4 };
    const clock = startClock(
      { id, kind, round, tier, unitId, personId, allowance, policyVersion, lamp },
      november('02T10:00'),
      districtCalendar,
    );
    expect(inNovember(clock.warnAt)).toBe('05T17:00');
  });

  it('is grey while paused, and after a stop shows whether it stopped in time', () => {
    const clock = promised(workingMinutes(60), november('02T09:00'));
    expect(clockLamp(pauseClock(clock, november('02T09:30'), '待补充'), november('05T09:00'))).toBe('grey');
    expect(clockLamp(stopClock(clock, november('02T10:00')), november('05T09:00'))).toBe('green');
    expect(clockLamp(stopClock(clock, november('02T10:01')), november('05T09:00'))).toBe('red');
    expect(clockLamp({ ...clock, state: 'idle' }, november('02T10:00'))).toBe('grey');
  });

  it('of a clock stopped while paused is that of the moment it was paused', () => {
    const clock = pauseClock(
      promised(workingMinutes(60), november('02T09:00')),
      november('02T09:30'),
      '已答复',
    );
    expect(clockLamp(stopClock(clock, november('09T09:00')), november('09T09:00'))).toBe('green');
  });

  it('changes next at the warning, then at the due time, then no more', () => {
    const clock = promised(workingMinutes(90), november('02T09:00'));
    expect(inNovember(nextLampChangeAt(clock, november('02T09:00')))).toBe('02T10:00');
    expect(inNovember(nextLampChangeAt(clock, november('02T10:00')))).toBe('02T10:30');
    expect(nextLampChangeAt(clock, november('02T10:30'))).toBeNull();
    expect(nextLampChangeAt(stopClock(clock, november('02T09:10')), november('02T09:20'))).toBeNull();
  });

  it('of two clocks is the worse', () => {
    expect([worseLamp('green', 'yellow'), worseLamp('red', 'grey'), worseLamp('grey', 'green')]).toEqual([
      'yellow',
      'red',
      'green',
    ]);
  });
});

describe('what is left', () => {
  const clock = promised(workingMinutes(120), november('02T09:00'));

  it('is open minutes until due, and negative when past it', () => {
    expect(workMinutesLeft(clock, november('02T09:30'), districtCalendar)).toBe(90);
    expect(workMinutesLeft(clock, november('02T11:00'), districtCalendar)).toBe(0);
    expect(workMinutesLeft(clock, november('02T13:30'), districtCalendar)).toBe(-60);
  });

  it('stands still while paused and after a stop', () => {
    const paused = pauseClock(clock, november('02T09:30'), '待补充');
    expect(workMinutesLeft(paused, november('09T09:30'), districtCalendar)).toBe(90);
    expect(
      workMinutesLeft(stopClock(clock, november('02T10:30')), november('09T09:30'), districtCalendar),
    ).toBe(30);
    expect(
      workMinutesLeft(stopClock(clock, november('02T13:00')), november('09T09:30'), districtCalendar),
    ).toBe(-30);
  });

  it('of a paused clock moves its due time as if it resumed now', () => {
    const paused = pauseClock(clock, november('02T09:30'), '待补充');
    expect(inNovember(dueAtIfResumed(paused, november('02T10:30'), districtCalendar))).toBe('02T13:30');
    expect(dueAtIfResumed(clock, november('02T10:30'), districtCalendar)).toBe(clock.dueAt);
  });
});
