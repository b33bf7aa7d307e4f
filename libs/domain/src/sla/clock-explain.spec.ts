import {
  districtCalendar,
  inNovember,
  november,
  promised,
  workingDays,
  workingMinutes,
} from '../../../../test/support/november';
import type { Clock } from './clock';
import { pauseClock, resumeClock } from './clock-transitions';
import { explainClock } from './clock-explain';

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
    const paused = pauseClock(promised(workingDays(1), november('02T10:00')), november('02T14:00'), '待补充');
    const resumed = resumeClock(paused, november('02T15:00'), districtCalendar);
    expect(told(resumed, november('02T15:00'))).toEqual([
      ['02T10:00', 'closed', 0, '次日起算'],
      ['02T14:00', 'pause', 0, '暂停 1：待补充'],
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
      '待补充',
    );
    expect(told(paused, november('02T10:00'))).toEqual([
      ['02T09:00', 'open', 0.5, undefined],
      ['02T09:30', 'pause', 0, '暂停 1：待补充'],
      ['02T10:00', 'open', 0.5, undefined],
    ]);
  });
});
