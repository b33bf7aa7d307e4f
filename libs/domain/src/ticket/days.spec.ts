import { districtCalendar as calendar, inNovember, november } from '../../../../test/support/november';
import { closingOf, openingOf, workingDaysUntil } from './days';

const friday = { calendar, now: november('06T10:00') };

describe('a day that somebody names', () => {
  it('is counted in working days after today, up to a year', () => {
    expect(workingDaysUntil('2026-11-09', friday)).toBe(1);
    expect(workingDaysUntil('2026-11-16', friday)).toBe(6);
    expect(workingDaysUntil('2027-11-05', friday)).toBe(260);
  });

  it.each([
    ['today', '2026-11-06'],
    ['before today', '2026-11-05'],
    ['on a weekend', '2026-11-07'],
    ['more than a year away', '2027-11-08'],
  ])('is none when it lies %s', (_where, day) => {
    expect(workingDaysUntil(day, friday)).toBe(0);
    expect([closingOf(day, friday), openingOf(day, friday)]).toEqual([null, null]);
  });

  it('begins at its opening and ends at its closing', () => {
    expect(inNovember(openingOf('2026-11-09', friday))).toBe('09T08:30');
    expect(inNovember(closingOf('2026-11-09', friday))).toBe('09T17:00');
  });

  it('is reckoned from the district’s day: on Friday evening Monday is the next', () => {
    expect(workingDaysUntil('2026-11-09', { calendar, now: november('06T23:59') })).toBe(1);
    expect(workingDaysUntil('2026-11-09', { calendar, now: november('09T00:00') })).toBe(0);
  });
});
