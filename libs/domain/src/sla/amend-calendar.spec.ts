import { districtHours, OFFICE_HOURS } from '../../../../test/support/november';
import { amendCalendar, type CalendarAmendment } from './amend-calendar';
import type { CalendarDay } from './calendar-days';
import { MOST_RANGES_A_DAY, MOST_SEASONS } from './calendar-definition';
import { calendarOfDistrict, type DistrictCalendar } from './district-calendar';
import { workingCalendar } from './working-calendar';

const NOTICE = '国办发明电〔2025〕7号';
const national = (day: string, kind: CalendarDay['kind']): CalendarDay => ({
  ...{ day, kind, name: '国庆节', source: NOTICE, state: 'official' },
});

const DISTRICT: DistrictCalendar = {
  ...{ timeZone: districtHours.timeZone, weekly: districtHours.weekly, seasons: [], rules: [] },
  days: [national('2026-10-01', 'holiday'), national('2026-10-10', 'makeup')],
  years: [{ year: 2026, source: NOTICE, state: 'official' }],
};

const closed = (day: string, until?: string) => ({
  ...{ day, kind: 'closed', name: '停工', source: '区府办〔2026〕1号' },
  ...(until === undefined ? {} : { until }),
});
const winter = { name: '冬季', from: '11-01', to: '03-31', weekly: { mon: OFFICE_HOURS } };

/** The calendar after amendments, one after the other. */
function after(...amendments: readonly object[]): DistrictCalendar {
  return amendments.reduce<DistrictCalendar>((district, amendment) => {
    const amended = amendCalendar(district, amendment);
    if (!amended.ok) throw new Error(`${amended.refusal.pointer ?? ''}: ${amended.refusal.detail}`);
    return amended.value;
  }, DISTRICT);
}

const openMs = (district: DistrictCalendar, day: string): number =>
  workingCalendar(calendarOfDistrict(district)).openMsOf(day);
const HOUR_MS = 3_600_000;

describe('an amended calendar', () => {
  it('differs in what is named, and leaves the version before as it was', () => {
    const amended = after({ setDays: [closed('2026-11-04')] });
    expect([openMs(DISTRICT, '2026-11-04'), openMs(amended, '2026-11-04')]).toEqual([7 * HOUR_MS, 0]);
    expect({ ...amended, rules: [] }).toEqual(DISTRICT);
  });

  it('takes a whole stretch of days, both ends included', () => {
    const days = after({ setDays: [closed('2026-11-04', '2026-11-06')] }).rules.map(({ day }) => day);
    expect(days).toEqual(['2026-11-04', '2026-11-05', '2026-11-06']);
  });

  it('lets a later order beat an earlier one, and what is set beat what is cleared', () => {
    const open = { ...closed('2026-11-05'), kind: 'open', hours: [['09:00', '11:00']] };
    const amended = after({ setDays: [closed('2026-11-04', '2026-11-06'), open], clearDays: ['2026-11-05'] });
    expect(openMs(amended, '2026-11-05')).toBe(2 * HOUR_MS);
  });

  it('gives cleared days back to the national notice', () => {
    const worked = after({ setDays: [{ ...closed('2026-10-01'), kind: 'open' }] });
    expect(openMs(worked, '2026-10-01')).toBe(7 * HOUR_MS);
    const cleared = amendCalendar(worked, { clearDays: ['2026-10-01'] });
    expect(cleared).toEqual({ ok: true, value: DISTRICT });
  });

  it('takes hours of a week, of make-up days and of seasons in place of what there was', () => {
    const hours = after({ weekly: { mon: [['09:00', '10:00']] }, makeup: [['09:00', '12:00']] });
    expect([openMs(hours, '2026-09-07'), openMs(hours, '2026-09-08')]).toEqual([HOUR_MS, 0]);
    expect(openMs(hours, '2026-10-10')).toBe(3 * HOUR_MS);
    expect(after({ seasons: [winter] }, { seasons: [] })).toEqual(DISTRICT);
  });

  it('takes a year’s notice in place of everything known of that year', () => {
    const notice = { year: 2026, days: [{ ...national('2026-10-02', 'holiday'), source: '更正' }] };
    const amended = after({ notice });
    expect(amended.days.map(({ day }) => day)).toEqual(['2026-10-02']);
    expect(amended.years).toEqual([{ year: 2026, source: '更正', state: 'official' }]);
  });

  it.each([
    ['nothing', {}],
    ['the hours there are', { weekly: { ...DISTRICT.weekly } }],
    ['a day cleared that was not set', { clearDays: ['2026-11-04'] }],
    ['the notice there is', { notice: { year: 2026, days: DISTRICT.days } }],
    ['the same fields in another order', { notice: { days: DISTRICT.days.toReversed(), year: 2026 } }],
  ])('is none when it says %s', (_what, amendment) => {
    expect(amendCalendar(DISTRICT, amendment as CalendarAmendment)).toMatchObject({
      refusal: { code: 'calendar.unchanged' },
    });
  });

  const order = (fields: object) => ({
    setDays: [closed('2026-11-04'), { ...closed('2026-11-05'), ...fields }],
  });
  it.each([
    ['a weekday nobody knows', { weekly: { monday: [] } }, '/weekly/monday'],
    ['hours that are no list', { weekly: { mon: '09:00' } }, '/weekly/mon'],
    ['a stretch with one end', { weekly: { mon: [['09:00']] } }, '/weekly/mon/0'],
    ['a time that is none', { weekly: { mon: [['09:00', '25:00']] } }, '/weekly/mon/0/1'],
    ['hours over midnight', { makeup: [['22:00', '02:00']] }, '/makeup/0'],
    ['too many stretches', { makeup: Array(MOST_RANGES_A_DAY + 1).fill(['09:00', '10:00']) }, '/makeup'],
    ['seasons that are no list', { seasons: {} }, '/seasons'],
    ['too many seasons', { seasons: Array(MOST_SEASONS + 1).fill(winter) }, '/seasons'],
    ['a season without a name', { seasons: [{ ...winter, name: ' ' }] }, '/seasons/0/name'],
    ['a season from no day', { seasons: [{ ...winter, from: '02-30' }] }, '/seasons/0/from'],
    ['a season to no day', { seasons: [{ ...winter, to: '3-31' }] }, '/seasons/0/to'],
    ['a season without hours', { seasons: [{ ...winter, weekly: undefined }] }, '/seasons/0/weekly'],
    [
      'seasons that overlap over New Year',
      { seasons: [winter, { ...winter, from: '03-31', to: '04-10' }] },
      '/seasons/1',
    ],
    [
      'a season within another',
      { seasons: [winter, { ...winter, from: '12-20', to: '01-10' }] },
      '/seasons/1',
    ],
    ['a day that does not exist', order({ day: '2026-02-30' }), '/setDays/1/day'],
    ['a stretch that ends before it begins', order({ until: '2026-11-04' }), '/setDays/1/until'],
    ['a stretch of more than a year', order({ until: '2027-11-06' }), '/setDays/1/until'],
    ['hours of a closed day', order({ hours: [['09:00', '10:00']] }), '/setDays/1/hours'],
    ['an open day without hours', order({ kind: 'open', hours: [] }), '/setDays/1/hours'],
    ['an open day of wrong hours', order({ kind: 'open', hours: [['9', '10']] }), '/setDays/1/hours/0/0'],
    ['a cleared day that does not exist', { clearDays: ['2026-11-04', 'x'] }, '/clearDays/1'],
  ])('is refused with %s, at its place', (_what, amendment, pointer) => {
    expect(amendCalendar(DISTRICT, amendment as unknown as CalendarAmendment)).toMatchObject({
      ok: false,
      refusal: { code: 'calendar.invalid', pointer },
    });
  });

  it.each([
    ['no hours at all', { weekly: {} }, '/weekly'],
    ['hours of make-up days alone', { weekly: {}, makeup: [['09:00', '17:00']] }, '/weekly'],
    [
      'a season of the whole year without hours',
      { seasons: [{ ...winter, from: '01-01', to: '12-31', weekly: {} }] },
      '/weekly',
    ],
    [
      'more than a year closed in a row',
      {
        setDays: [
          closed('2026-11-04'),
          closed('2027-01-01', '2027-12-31'),
          closed('2028-01-01', '2028-01-31'),
        ],
      },
      '/setDays/1',
    ],
  ])('is refused with %s: no allowance would run out', (_what, amendment, pointer) => {
    expect(amendCalendar(DISTRICT, amendment as unknown as CalendarAmendment)).toMatchObject({
      ok: false,
      refusal: { code: 'calendar.never_open', pointer },
    });
  });

  it('may close for a year, less a day or two, and be open in one season only', () => {
    expect(openMs(after({ setDays: [closed('2027-01-01', '2027-12-30')] }), '2027-12-31')).toBe(7 * HOUR_MS);
    expect(openMs(after({ weekly: {}, makeup: [], seasons: [winter] }), '2026-11-02')).toBe(7 * HOUR_MS);
  });
});
