import {
  districtCalendar,
  districtHours,
  inNovember,
  november,
  promised,
  workingDays,
} from '../../../../test/support/november';
import { extendClock, stopClock } from './clock-transitions';
import { rescheduleClock } from './clock-reschedule';
import { workingCalendar } from './working-calendar';

describe('a changed calendar', () => {
  const after = workingCalendar({ ...districtHours, holidays: ['2026-11-04'] });

  it('moves the clocks that run across the new holiday, extensions included', () => {
    const clock = extendClock(
      promised(workingDays(3), november('02T10:00')),
      november('06T17:00'),
      districtCalendar,
    );
    const moved = rescheduleClock(clock, { before: districtCalendar, after });
    expect([inNovember(moved.originalDueAt), inNovember(moved.dueAt), moved.generation]).toEqual([
      '06T17:00',
      '09T17:00',
      3,
    ]);
    expect(moved.workingMs).toBe(clock.workingMs);
  });

  it('leaves the others as they are', () => {
    const clock = promised(workingDays(3), november('09T10:00'));
    expect(rescheduleClock(clock, { before: districtCalendar, after })).toBe(clock);
    const stopped = stopClock(promised(workingDays(3), november('02T10:00')), november('03T10:00'));
    expect(rescheduleClock(stopped, { before: districtCalendar, after })).toBe(stopped);
  });
});
