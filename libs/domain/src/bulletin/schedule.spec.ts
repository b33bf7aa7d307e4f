import { WEEKDAYS, workingCalendar } from '../sla';
import { DAY_MS } from '../time';
import { daysOf, lastEnded, periodAround, periodBefore, type RegularKind } from './periods';
import { duePublications } from './schedule';

const OFFICE = [
  ['08:30', '11:30'],
  ['13:00', '17:00'],
] as const;
const calendar = workingCalendar({
  timeZone: 'Asia/Shanghai',
  weekly: Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, OFFICE])),
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  exceptions: { '2026-09-20': OFFICE, '2026-10-10': OFFICE },
  makeupDays: ['2026-09-20', '2026-10-10'],
  names: {},
  publishedThrough: '2026-12-31',
});
const at = (text: string): number => Date.parse(`${text}+08:00`);
const ALL = ['weekly', 'half_monthly', 'monthly'] as const;
const due = (now: string, kinds: readonly RegularKind[] = ALL, since = '2020-01-01') =>
  duePublications(
    kinds.map((kind) => ({ kind, since })),
    calendar,
    at(now),
  );
const named = (now: string, kinds: readonly RegularKind[]) =>
  due(now, kinds).map(({ kind, from, to }) => `${kind} ${from} ${to}`);

describe('the periods of bulletins', () => {
  it('are weeks from Monday, halves of a month and months, leap years included', () => {
    expect(periodAround('weekly', '2026-11-22')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(periodAround('half_monthly', '2024-02-16')).toEqual({ from: '2024-02-16', to: '2024-02-29' });
    expect(periodAround('half_monthly', '2026-12-15')).toEqual({ from: '2026-12-01', to: '2026-12-15' });
    expect(periodAround('monthly', '2026-12-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  });

  it('are compared with the period before, a special one with as many days', () => {
    expect(periodBefore('monthly', { from: '2026-01-01', to: '2026-01-31' })).toEqual({
      from: '2025-12-01',
      to: '2025-12-31',
    });
    const special = periodBefore('special', { from: '2026-03-05', to: '2026-03-14' });
    expect(special).toEqual({ from: '2026-02-23', to: '2026-03-04' });
    expect(daysOf(special)).toBe(10);
  });

  it('leave no day out and none twice', () => {
    for (const kind of ALL) {
      let period = periodAround(kind, '2023-01-01');
      for (let step = 0; step < 200; step += 1) {
        const before = periodBefore(kind, period);
        expect(Date.parse(period.from) - Date.parse(before.to)).toBe(DAY_MS);
        period = before;
      }
    }
    expect(lastEnded('weekly', '2026-11-22')).toEqual({ from: '2026-11-09', to: '2026-11-15' });
  });
});

describe('a regular bulletin', () => {
  it('appears at 08:30 of the first working day after its period, and not a minute before all is settled', () => {
    expect(named('2026-11-23T08:30:59', ['weekly'])).not.toContain('weekly 2026-11-16 2026-11-22');
    expect(due('2026-11-23T08:31:00', ['weekly']).at(-1)).toEqual({
      ...{ kind: 'weekly', from: '2026-11-16', to: '2026-11-22' },
      dueAt: at('2026-11-23T08:30:00'),
    });
  });

  it('waits for the end of a holiday, and takes a make-up Sunday for what it is', () => {
    // 30 September ends half a month and a quarter of the year; 1 to 7 October is a holiday.
    const appeared = due('2026-10-08T09:00:00', ['half_monthly', 'monthly']).slice(-2);
    expect(appeared.map(({ dueAt }) => dueAt)).toEqual([
      at('2026-10-08T08:30:00'),
      at('2026-10-08T08:30:00'),
    ]);
    // The half month that ended on Tuesday the 15th appears on the Wednesday.
    expect(due('2026-09-16T09:00:00', ['half_monthly']).at(-1)?.dueAt).toBe(at('2026-09-16T08:30:00'));
    expect(due('2026-09-21T09:00:00', ['weekly']).at(-1)?.dueAt).toBe(at('2026-09-21T08:30:00'));
  });

  it('is made up for after an outage of up to 31 days, the earliest first', () => {
    const missed = due('2026-11-22T12:00:00');
    expect(missed.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      'weekly 2026-10-25',
      'weekly 2026-11-01',
      'half_monthly 2026-10-31',
      'monthly 2026-10-31',
      'weekly 2026-11-08',
      'weekly 2026-11-15',
      'half_monthly 2026-11-15',
    ]);
    expect(missed.every(({ dueAt }, index) => dueAt >= (missed[index - 1]?.dueAt ?? 0))).toBe(true);
  });

  it('is not made up for from before its kind was switched on, whatever the other kinds are', () => {
    const kinds = [
      { kind: 'monthly', since: '2026-10-31' },
      { kind: 'weekly', since: '2026-11-16' },
    ] as const;
    const named = (now: string) => duePublications(kinds, calendar, at(now)).map(({ to }) => to);
    expect(named('2026-11-22T12:00:00')).toEqual(['2026-10-31']);
    expect(named('2026-11-23T09:00:00')).toEqual(['2026-10-31', '2026-11-22']);
  });

  it('has nothing to tell of a time before the day it is told since, nor of a kind that is switched off', () => {
    expect(due('2026-11-22T12:00:00', ALL, '2026-11-10').map(({ to }) => to)).toEqual([
      '2026-11-15',
      '2026-11-15',
    ]);
    expect(due('2026-11-22T12:00:00', [])).toEqual([]);
  });
});
