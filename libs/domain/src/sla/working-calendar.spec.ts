import { HOUR_MS, MINUTE_MS } from '../time';
import type { CalendarSpec, HourRange } from './calendar-definition';
import { WEEKDAYS } from './civil-day';
import { workingCalendar } from './working-calendar';

const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString();
const week = (days: readonly string[], hours: readonly HourRange[]) =>
  Object.fromEntries(days.map((day) => [day, hours]));
const WORKDAYS = WEEKDAYS.slice(0, 5);
const OFFICE: readonly HourRange[] = [
  ['08:30', '11:30'],
  ['13:00', '17:00'],
];
const district: CalendarSpec = {
  timeZone: 'Asia/Shanghai',
  weekly: week(WORKDAYS, OFFICE),
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  exceptions: { '2026-09-20': OFFICE, '2026-10-10': OFFICE },
  makeupDays: ['2026-09-20', '2026-10-10'],
  names: { '2026-10-01': '国庆节', '2026-10-10': '国庆节调休' },
  publishedThrough: '2026-12-31',
};
const shanghai = workingCalendar(district);
const endOfDay = { from: 'nextDay', endOfDay: true } as const;
const sameTime = { from: 'nextDay', endOfDay: false } as const;

describe('working time in hours', () => {
  it('passes over lunch, nights, weekends and holidays, and counts make-up days', () => {
    const due = shanghai.addTime(at('2026-09-30T16:00:00+08:00'), 15 * HOUR_MS);
    expect(iso(due)).toBe('2026-10-09T09:00:00.000Z');
    expect(iso(shanghai.addTime(due, 7 * HOUR_MS))).toBe('2026-10-10T09:00:00.000Z');
  });

  it('ends at closing time, not at the next opening, when it ends exactly there', () => {
    expect(iso(shanghai.addTime(at('2026-11-02T08:30:00+08:00'), 3 * HOUR_MS))).toBe(
      '2026-11-02T03:30:00.000Z',
    );
  });

  it('starts at the next opening when nothing is allowed and the doors are closed, closing itself included', () => {
    expect(iso(shanghai.nextOpening(at('2026-11-02T11:30:00+08:00')))).toBe('2026-11-02T05:00:00.000Z');
    expect(iso(shanghai.nextOpening(at('2026-11-06T18:00:00+08:00')))).toBe('2026-11-09T00:30:00.000Z');
    expect(iso(shanghai.nextOpening(at('2026-11-06T08:30:00+08:00')))).toBe('2026-11-06T00:30:00.000Z');
  });

  it('looks back to the last closing', () => {
    expect(iso(shanghai.previousClosing(at('2026-11-09T08:00:00+08:00')))).toBe('2026-11-06T09:00:00.000Z');
    expect(iso(shanghai.previousClosing(at('2026-11-06T17:00:00+08:00')))).toBe('2026-11-06T09:00:00.000Z');
  });

  it('keeps a night shift given as two ranges in one piece', () => {
    const night: readonly HourRange[] = [
      ['00:00', '06:00'],
      ['22:00', '24:00'],
    ];
    const calendar = workingCalendar({ timeZone: 'Asia/Shanghai', weekly: week(WEEKDAYS, night) });
    expect(iso(calendar.addTime(at('2026-11-02T23:00:00+08:00'), 4 * HOUR_MS))).toBe(
      '2026-11-02T19:00:00.000Z',
    );
    expect(calendar.isOpen(at('2026-11-03T00:00:00+08:00'))).toBe(true);
    expect(calendar.elapsed(at('2026-11-02T12:00:00+08:00'), at('2026-11-03T12:00:00+08:00'))).toBe(
      8 * HOUR_MS,
    );
    expect(calendar.describe(at('2026-11-02T22:00:00+08:00'), at('2026-11-03T06:00:00+08:00'))).toHaveLength(
      1,
    );
  });

  it('joins overlapping ranges instead of counting them twice', () => {
    const calendar = workingCalendar({
      timeZone: 'Etc/UTC',
      weekly: {
        mon: [
          ['09:00', '12:00'],
          ['11:00', '13:00'],
        ],
      },
    });
    expect(calendar.openMsOf('2026-11-02')).toBe(4 * HOUR_MS);
  });

  it('takes the hours of a season from the exceptions of its days', () => {
    const summer = Object.fromEntries(
      ['2026-07-01', '2026-07-02'].map((day) => [day, [['08:00', '11:00']] as const]),
    );
    const calendar = workingCalendar({ ...district, exceptions: summer });
    expect(iso(calendar.addTime(at('2026-07-01T10:00:00+08:00'), 4.5 * HOUR_MS))).toBe(
      '2026-07-03T01:00:00.000Z',
    );
  });
});

describe('working days', () => {
  it('are counted from the day after the start (次日起) to the close of the last', () => {
    expect(iso(shanghai.addDays(at('2026-11-02T09:00:00+08:00'), 1, endOfDay))).toBe(
      '2026-11-03T09:00:00.000Z',
    );
    expect(iso(shanghai.addDays(at('2026-11-02T20:00:00+08:00'), 1, endOfDay))).toBe(
      '2026-11-03T09:00:00.000Z',
    );
    expect(iso(shanghai.addDays(at('2026-10-31T09:00:00+08:00'), 1, endOfDay))).toBe(
      '2026-11-02T09:00:00.000Z',
    );
  });

  it('pass over the holidays and count the make-up days', () => {
    expect(shanghai.dayOf(shanghai.addDays(at('2026-09-18T09:00:00+08:00'), 1, endOfDay))).toBe('2026-09-20');
    expect(shanghai.dayOf(shanghai.addDays(at('2026-09-30T09:00:00+08:00'), 3, endOfDay))).toBe('2026-10-10');
  });

  it('keep the wall time when they do not end at closing, or move to the next opening', () => {
    expect(iso(shanghai.addDays(at('2026-11-02T10:15:30+08:00'), 2, sameTime))).toBe(
      '2026-11-04T02:15:30.000Z',
    );
    expect(iso(shanghai.addDays(at('2026-11-02T12:00:00+08:00'), 2, sameTime))).toBe(
      '2026-11-04T05:00:00.000Z',
    );
    expect(iso(shanghai.addDays(at('2026-11-05T20:00:00+08:00'), 1, sameTime))).toBe(
      '2026-11-09T00:30:00.000Z',
    );
  });

  const sameDay = { from: 'sameDay', endOfDay: true } as const;
  it.each([
    ['2026-11-02T07:00:00+08:00', 1, '2026-11-02'],
    ['2026-11-02T16:59:59+08:00', 1, '2026-11-02'],
    ['2026-11-02T17:00:00+08:00', 1, '2026-11-03'],
    ['2026-11-02T09:00:00+08:00', 3, '2026-11-04'],
    ['2026-11-07T09:00:00+08:00', 1, '2026-11-09'],
  ])(
    'counted on the same day make a start at %s day 1 while its doors are still to close',
    (start, days, day) => {
      expect(shanghai.addDays(at(start), days, sameDay)).toBe(at(`${day}T17:00:00+08:00`));
    },
  );

  it('count a working start day as day 1 also where the wall time is kept', () => {
    const count = { from: 'sameDay', endOfDay: false } as const;
    expect(iso(shanghai.addDays(at('2026-11-02T10:00:00+08:00'), 1, count))).toBe('2026-11-02T02:00:00.000Z');
    expect(iso(shanghai.addDays(at('2026-11-02T10:00:00+08:00'), 2, count))).toBe('2026-11-03T02:00:00.000Z');
  });
});

describe('days', () => {
  it('begin at local midnight and follow one another', () => {
    expect(iso(shanghai.startOfDay('2026-11-02'))).toBe('2026-11-01T16:00:00.000Z');
    expect(shanghai.dayOf(at('2026-11-01T16:00:00Z') - MINUTE_MS)).toBe('2026-11-01');
    expect(shanghai.nextDay('2026-12-31')).toBe('2027-01-01');
  });

  it('that are none are an error, as is a spec that is no calendar', () => {
    expect(() => shanghai.startOfDay('2026-02-30')).toThrow('not a day');
    expect(() => workingCalendar({ ...district, timeZone: 'Mars/Base' })).toThrow('/timeZone');
  });
});
