import { MOST_SPECIAL_DAYS } from './calendar-definition';
import { dayOfNumber } from './civil-day';
import { parseCalendarSpec } from './parse-calendar';

const good = { timeZone: 'Asia/Shanghai', weekly: { mon: [['08:30', '24:00']] } };

describe('a calendar from outside', () => {
  it('is taken as it is when it is one', () => {
    expect(parseCalendarSpec(good)).toEqual({ ok: true, value: good });
  });

  it.each([
    ['no object', 7, ''],
    ['an unknown zone', { ...good, timeZone: 'Asia/Changchun' }, '/timeZone'],
    ['no zone', { weekly: good.weekly }, '/timeZone'],
    ['no week', { timeZone: 'Asia/Shanghai' }, '/weekly'],
    ['an unknown weekday', { ...good, weekly: { monday: [] } }, '/weekly/monday'],
    ['hours that are no list', { ...good, weekly: { mon: '08:30' } }, '/weekly/mon'],
    ['a range of one', { ...good, weekly: { mon: [['08:30']] } }, '/weekly/mon/0'],
    ['an hour 25', { ...good, weekly: { mon: [['08:30', '25:00']] } }, '/weekly/mon/0/1'],
    ['a minute past 24:00', { ...good, weekly: { mon: [['08:30', '24:01']] } }, '/weekly/mon/0/1'],
    ['a number for a time', { ...good, weekly: { mon: [[830, '11:30']] } }, '/weekly/mon/0/0'],
    [
      'a range that ends before it begins',
      { ...good, breaks: { '2026-11-02': [['17:00', '09:00']] } },
      '/breaks/2026-11-02/0',
    ],
    ['an empty range', { ...good, weekly: { tue: [['09:00', '09:00']] } }, '/weekly/tue/0'],
    ['a day that does not exist', { ...good, holidays: ['2026-01-01', '2026-02-29'] }, '/holidays/1'],
    ['an exception on no day', { ...good, exceptions: { 'a/b': [] } }, '/exceptions/a~1b'],
    ['a name that is no text', { ...good, names: { '2026-01-01': 1 } }, '/names/2026-01-01'],
    ['a horizon that is no day', { ...good, publishedThrough: '2026' }, '/publishedThrough'],
    [
      'too many ranges a day',
      { ...good, weekly: { mon: Array(49).fill(['09:00', '10:00']) } },
      '/weekly/mon',
    ],
    [
      'too many days',
      { ...good, holidays: Array.from({ length: MOST_SPECIAL_DAYS + 1 }, (_, i) => dayOfNumber(i)) },
      '',
    ],
  ])('is refused with %s, and told where', (_what, input, pointer) => {
    expect(parseCalendarSpec(input)).toMatchObject({
      ok: false,
      refusal: { code: 'calendar.invalid', pointer },
    });
  });

  it.each([
    ['no hours at all', { timeZone: 'Etc/UTC', weekly: {} }],
    [
      'hours only on a holiday',
      {
        timeZone: 'Etc/UTC',
        weekly: {},
        holidays: ['2026-11-02'],
        exceptions: { '2026-11-02': [['09:00', '10:00']] },
      },
    ],
  ])('is refused when it never opens: %s', (_what, input) => {
    expect(parseCalendarSpec(input)).toMatchObject({ ok: false, refusal: { code: 'calendar.never_open' } });
  });
});
