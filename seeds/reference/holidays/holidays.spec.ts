import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isWorkday } from 'chinese-days';
import {
  calendarOfDays,
  publishedThrough,
  workingCalendar,
  type CalendarDay,
  type WorkingHours,
} from '@zhuqi/domain';

const readJson = (file: string): unknown => JSON.parse(readFileSync(resolve(__dirname, file), 'utf8'));

const days = readdirSync(__dirname)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => (readJson(file) as { days: CalendarDay[] }).days);
const calendar = workingCalendar(calendarOfDays(readJson('../working-hours.json') as WorkingHours, days));

function* daysOf(year: number): Generator<string> {
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = calendar.nextDay(day)) yield day;
}

const workingDays = (year: number): string[] => [...daysOf(year)].filter((day) => calendar.isWorkingDay(day));

describe('the published holidays', () => {
  it.each([
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('give %i its %i working days', (year, count) => {
    expect(workingDays(year)).toHaveLength(count);
  });

  it.each([2022, 2023, 2024, 2025, 2026])('agree with an independent list on every day of %i', (year) => {
    expect(workingDays(year)).toEqual([...daysOf(year)].filter((day) => isWorkday(day)));
  });

  it('make six weekend days of 2026 working days', () => {
    expect(
      days.filter(({ day, kind }) => kind === 'makeup' && day.startsWith('2026')).map(({ day }) => day),
    ).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
  });

  it('name each day once, in order, with its notice', () => {
    const listed = days.map(({ day }) => day);
    expect(listed).toEqual([...new Set(listed)].sort());
    expect(
      days.filter(({ source, state }) => !source.startsWith('国办发明电') || state !== 'official'),
    ).toEqual([]);
  });

  it('end with 2026: a deadline in 2027 is provisional, even where a library would call the day a working day', () => {
    expect(publishedThrough(days)).toBe('2026-12-31');
    expect(calendar.isProvisional(Date.parse('2026-12-31T16:00:00+08:00'))).toBe(false);
    expect(calendar.isProvisional(Date.parse('2027-01-04T09:00:00+08:00'))).toBe(true);
  });
});
