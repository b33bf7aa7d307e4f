import { parseHolidayNotice, stateOf } from './holiday-notice';

const day = (date: string, kind = 'holiday', state = 'official') => ({
  ...{ day: date, kind, state, name: '元旦', source: '国办发明电〔2026〕9号' },
});

describe('the file of a year’s holidays', () => {
  it('may name days of its year and of the December before', () => {
    const notice = { year: 2027, days: [day('2026-12-31'), day('2027-01-01')] };
    expect(parseHolidayNotice(notice)).toEqual({ ok: true, value: notice });
  });

  it.each([
    ['no object', [], ''],
    ['null', null, ''],
    ['no year', { days: [] }, '/year'],
    ['a year written as text', { year: '2027', days: [day('2027-01-01')] }, '/year'],
    ['no days', { year: 2027, days: [] }, '/days'],
    ['days that are no list', { year: 2027, days: {} }, '/days'],
    ['a day that is text', { year: 2027, days: ['2027-01-01'] }, '/days/0'],
    ['a day that does not exist', { year: 2027, days: [day('2027-02-30')] }, '/days/0/day'],
    ['a day of the next year', { year: 2027, days: [day('2028-01-01')] }, '/days/0/day'],
    ['a day of November before', { year: 2027, days: [day('2026-11-30')] }, '/days/0/day'],
    ['an unknown kind', { year: 2027, days: [day('2027-01-01', 'party')] }, '/days/0/kind'],
    ['an unknown state', { year: 2027, days: [day('2027-01-01', 'holiday', 'maybe')] }, '/days/0/state'],
    ['a day twice', { year: 2027, days: [day('2027-01-01'), day('2027-01-01', 'makeup')] }, '/days/1/day'],
    ['no name', { year: 2027, days: [{ ...day('2027-01-01'), name: ' ' }] }, '/days/0/name'],
    ['no source', { year: 2027, days: [{ ...day('2027-01-01'), source: undefined }] }, '/days/0/source'],
    ['a field too many', { year: 2027, days: [{ ...day('2027-01-01'), note: '' }] }, '/days/0/note'],
  ])('is refused with %s, at its place', (_what, input, pointer) => {
    expect(parseHolidayNotice(input)).toMatchObject({
      ok: false,
      refusal: { code: 'holidays.invalid', pointer },
    });
  });

  it('is official when every day of it is', () => {
    expect(stateOf({ year: 2027, days: [day('2027-01-01')] as never })).toBe('official');
    const guess = [day('2027-01-01'), day('2027-01-02', 'holiday', 'provisional')] as never;
    expect(stateOf({ year: 2027, days: guess })).toBe('provisional');
  });
});
