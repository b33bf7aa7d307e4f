import { previousPeriod } from './previous-period';

const DAY = 86_400_000;
const before = (from: string, to: string): string => {
  const previous = previousPeriod({ from, to, asOf: 0 });
  return `${previous.from} ${previous.to} ${String(previous.asOf / DAY)}`;
};

describe('the period before', () => {
  it('of whole calendar months is as many months', () => {
    expect(before('2023-11-01', '2023-11-30')).toBe('2023-10-01 2023-10-31 -31');
    expect(before('2024-03-01', '2024-03-31')).toBe('2024-02-01 2024-02-29 -29');
    expect(before('2023-01-01', '2023-03-31')).toBe('2022-10-01 2022-12-31 -92');
    expect(before('2023-01-01', '2023-12-31')).toBe('2022-01-01 2022-12-31 -365');
  });

  it('of half a month is the half before', () => {
    expect(before('2023-11-16', '2023-11-30')).toBe('2023-11-01 2023-11-15 -15');
    expect(before('2023-11-01', '2023-11-15')).toBe('2023-10-16 2023-10-31 -16');
    expect(before('2024-03-01', '2024-03-15')).toBe('2024-02-16 2024-02-29 -14');
  });

  it('of anything else is as many days, and looked at from the same distance', () => {
    expect(before('2023-11-06', '2023-11-12')).toBe('2023-10-30 2023-11-05 -7');
    expect(before('2023-10-20', '2023-10-20')).toBe('2023-10-19 2023-10-19 -1');
    expect(before('2023-01-16', '2023-02-28')).toBe('2022-12-03 2023-01-15 -44');
  });
});
