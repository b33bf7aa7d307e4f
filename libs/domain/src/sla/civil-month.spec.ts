import { firstDayOf, monthBegins, monthEnds, monthNumber, nextMonthBegins } from './civil-month';

describe('a month', () => {
  it.each([
    ['2023-02-15', '2023-02-01', '2023-02-28', '2023-03-01'],
    ['2024-02-29', '2024-02-01', '2024-02-29', '2024-03-01'],
    ['2023-12-31', '2023-12-01', '2023-12-31', '2024-01-01'],
    ['2000-01-01', '2000-01-01', '2000-01-31', '2000-02-01'],
  ])('of %s begins on %s, ends on %s and is followed by %s', (day, begins, ends, next) => {
    expect([monthBegins(day), monthEnds(day), nextMonthBegins(day)]).toEqual([begins, ends, next]);
    expect(firstDayOf(monthNumber(day))).toBe(begins);
  });
});
