import { DAY_MS, HOUR_MS } from '../time';
import type { HourRange } from './calendar-definition';
import { WEEKDAYS } from './civil-day';
import { workingCalendar } from './working-calendar';

const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString();
const week = (days: readonly string[], hours: readonly HourRange[]) =>
  Object.fromEntries(days.map((day) => [day, hours]));
const WORKDAYS = WEEKDAYS.slice(0, 5);
const sameTime = { from: 'nextDay', endOfDay: false } as const;

describe('changes of the clocks', () => {
  const allDay = (timeZone: string) =>
    workingCalendar({ timeZone, weekly: week(WEEKDAYS, [['00:00', '24:00']]) });
  const sunday = (timeZone: string, hours: readonly HourRange[]) =>
    workingCalendar({ timeZone, weekly: { sun: hours } });

  it.each([
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Sydney', '2026-04-05', 25],
    ['Australia/Sydney', '2026-10-04', 23],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['America/Havana', '2026-11-01', 25],
    ['Asia/Kolkata', '2026-11-01', 24],
  ])('make a day in %s (%s) %d hours long', (zone, day, hours) => {
    expect(allDay(zone).openMsOf(day)).toBe(hours * HOUR_MS);
  });

  it('leave out the day a zone skipped', () => {
    const apia = allDay('Pacific/Apia');
    expect(apia.isWorkingDay('2011-12-30')).toBe(false);
    expect(apia.elapsed(apia.startOfDay('2011-12-29'), apia.startOfDay('2012-01-01'))).toBe(2 * DAY_MS);
  });

  it('leave no hole where a clock was set back over midnight', () => {
    const stJohns = allDay('America/St_Johns');
    // 7 November 2010, one minute past midnight: it is 23:01 on the 6th again until 03:30Z.
    expect(stJohns.dayOf(at('2010-11-07T03:00:00Z'))).toBe('2010-11-06');
    expect(stJohns.isOpen(at('2010-11-07T03:00:00Z'))).toBe(true);
    expect(stJohns.elapsed(at('2010-11-07T03:00:00Z'), at('2010-11-07T05:00:00Z'))).toBe(2 * HOUR_MS);
  });

  it('move an opening that falls into the spring gap on by the gap', () => {
    const calendar = sunday('America/New_York', [['02:30', '05:00']]);
    expect(iso(calendar.nextOpening(at('2026-03-08T00:00:00Z')))).toBe('2026-03-08T07:30:00.000Z');
    expect(calendar.openMsOf('2026-03-08')).toBe(1.5 * HOUR_MS);
  });

  it('drop a range the gap turns around', () => {
    expect(sunday('America/New_York', [['02:30', '03:15']]).isWorkingDay('2026-03-08')).toBe(false);
  });

  it('take the first of two equal times in autumn, for openings and closings', () => {
    const opening = sunday('America/New_York', [['01:30', '03:00']]);
    expect(iso(opening.nextOpening(at('2026-11-01T00:00:00Z')))).toBe('2026-11-01T05:30:00.000Z');
    expect(opening.openMsOf('2026-11-01')).toBe(2.5 * HOUR_MS);
    expect(sunday('America/New_York', [['00:30', '01:30']]).openMsOf('2026-11-01')).toBe(HOUR_MS);
  });

  it('keep the wall time of a count in days', () => {
    const calendar = workingCalendar({
      timeZone: 'America/New_York',
      weekly: week(WORKDAYS, [['09:00', '17:00']]),
    });
    expect(iso(calendar.addDays(at('2026-03-06T15:00:00Z'), 1, sameTime))).toBe('2026-03-09T14:00:00.000Z');
  });
});
