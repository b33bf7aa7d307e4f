import { districtHours, OFFICE_HOURS } from '../../../../test/support/november';
import type { CalendarDay } from './calendar-days';
import type { HourRange, Season } from './calendar-definition';
import { calendarOfDistrict, type DayRule, type DistrictCalendar } from './district-calendar';
import { workingCalendar, type WorkingCalendar } from './working-calendar';

const NATIONAL: readonly CalendarDay[] = [
  ['2026-10-01', 'holiday'],
  ['2026-10-10', 'makeup'],
].map(([day, kind]) => ({ day, kind, name: '国庆节', source: '通知', state: 'official' }) as CalendarDay);

const rule = (day: string, kind: DayRule['kind'], hours?: readonly HourRange[]): DayRule => ({
  ...{ day, kind, name: '马拉松', source: '区府办' },
  ...(hours === undefined ? {} : { hours }),
});

const calendarWith = (parts: Partial<DistrictCalendar>): WorkingCalendar =>
  workingCalendar(
    calendarOfDistrict({
      ...{ timeZone: 'Asia/Shanghai', weekly: districtHours.weekly, seasons: [], rules: [] },
      ...{ days: NATIONAL, years: [] },
      ...parts,
    }),
  );

const week = (hours: readonly HourRange[]): Season['weekly'] =>
  Object.fromEntries(Object.keys(districtHours.weekly).map((day) => [day, hours]));
const hoursOf = (calendar: WorkingCalendar, day: string): number => calendar.openMsOf(day) / 3_600_000;

describe('a district’s own days', () => {
  it('beat the national ones, either way', () => {
    const calendar = calendarWith({ rules: [rule('2026-10-01', 'open'), rule('2026-10-10', 'closed')] });
    expect([hoursOf(calendar, '2026-10-01'), hoursOf(calendar, '2026-10-10')]).toEqual([7, 0]);
    expect(calendar.spec.makeupDays).toEqual([]);
    expect(calendar.spec.names).toMatchObject({ '2026-10-01': '马拉松', '2026-10-10': '马拉松' });
  });

  it('keep the hours they name, or those of a make-up day', () => {
    const rules = [rule('2026-11-07', 'open'), rule('2026-11-08', 'open', [['09:00', '10:00']])];
    const plain = calendarWith({ rules });
    expect(['2026-11-07', '2026-11-08'].map((day) => hoursOf(plain, day))).toEqual([7, 1]);
    const named = calendarWith({ rules, makeup: [['09:00', '12:00']] });
    expect(['2026-11-07', '2026-11-08', '2026-10-10'].map((day) => hoursOf(named, day))).toEqual([3, 1, 3]);
  });

  it('are make-up days where nobody would work otherwise', () => {
    const calendar = calendarWith({
      rules: [rule('2026-11-04', 'open', [['09:00', '10:00']]), rule('2026-11-07', 'open')],
    });
    expect(calendar.spec.makeupDays).toEqual(['2026-10-10', '2026-11-07']);
    expect(hoursOf(calendar, '2026-11-04')).toBe(1);
  });

  it('do not move how far the days are published', () => {
    const calendar = calendarWith({ rules: [rule('2029-01-02', 'closed')] });
    expect(calendar.spec.publishedThrough).toBe('2026-12-31');
    expect(calendarWith({ days: [] }).spec.publishedThrough).toBeUndefined();
  });
});

describe('a season', () => {
  const winter: Season = { name: '冬季', from: '11-01', to: '03-31', weekly: week([['09:00', '16:00']]) };
  const summer: Season = { name: '夏季', from: '06-01', to: '06-30', weekly: week([['07:00', '12:00']]) };

  it('replaces the week between its two days, over New Year and year after year', () => {
    const calendar = calendarWith({ seasons: [winter, summer] });
    const days = ['2026-10-30', '2026-11-02', '2026-12-31', '2027-01-01', '2027-03-31', '2027-04-01'];
    expect(days.map((day) => hoursOf(calendar, day))).toEqual([7, 7, 7, 7, 7, 7]);
    expect(
      days.map((day) => calendar.nextOpening(calendar.startOfDay(day)) - calendar.startOfDay(day)),
    ).toEqual([8.5, 9, 9, 9, 9, 8.5].map((hour) => hour * 3_600_000));
    expect(['2026-06-01', '2031-06-30', '2026-07-01'].map((day) => hoursOf(calendar, day))).toEqual([
      5, 5, 7,
    ]);
  });

  it('gives make-up days its own Monday, unless the district names their hours', () => {
    const days = NATIONAL.map((row) => ({ ...row, day: row.day.replace('2026-10', '2026-11') }));
    const short = { ...winter, weekly: week([['09:00', '12:00']]) };
    expect(hoursOf(calendarWith({ days, seasons: [short] }), '2026-11-10')).toBe(3);
    expect(hoursOf(calendarWith({ days, seasons: [short], makeup: OFFICE_HOURS }), '2026-11-10')).toBe(7);
  });

  it('knows the leap day', () => {
    const leap: Season = { name: '闰日', from: '02-29', to: '02-29', weekly: week([['09:00', '10:00']]) };
    const calendar = calendarWith({ seasons: [leap] });
    expect(
      ['2028-02-28', '2028-02-29', '2028-03-01', '2027-03-01'].map((day) => hoursOf(calendar, day)),
    ).toEqual([7, 1, 7, 7]);
  });

  it('keeps its wall clock where the clocks change within it', () => {
    const weekly = week([['09:00', '17:00']]);
    const calendar = calendarWith({
      timeZone: 'America/New_York',
      weekly: {},
      seasons: [{ ...winter, weekly }],
    });
    const opening = (day: string): string =>
      new Date(calendar.nextOpening(calendar.startOfDay(day))).toISOString().slice(0, 13);
    expect(['2026-11-02', '2027-03-12', '2027-03-15'].map(opening)).toEqual([
      '2026-11-02T14',
      '2027-03-12T14',
      '2027-03-15T13',
    ]);
    // From the last hour of the season to the first of the next one.
    expect(new Date(calendar.addTime(Date.parse('2027-03-31T20:00:00Z'), 2 * 3_600_000)).toISOString()).toBe(
      '2027-11-01T14:00:00.000Z',
    );
  });
});
