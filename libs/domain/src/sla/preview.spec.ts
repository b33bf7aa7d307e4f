import { HOUR_MS, NEVER } from '../time';
import type { CalendarSpec, HourRange } from './calendar-definition';
import { WEEKDAYS } from './civil-day';
import { deadlineOf, previewDeadline } from './preview';
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

describe('pauses', () => {
  const start = at('2026-11-02T10:00:00+08:00');
  const due = (
    pauses: readonly (readonly [string, string])[],
    allowance: Parameters<typeof deadlineOf>[0]['allowance'],
  ) =>
    iso(
      deadlineOf({
        calendar: shanghai,
        start,
        allowance,
        pauses: pauses.map(([from, to]) => ({
          from: at(`2026-11-${from}:00+08:00`),
          to: at(`2026-11-${to}:00+08:00`),
        })),
      }),
    );

  it('do not count', () => {
    expect(due([['02T10:30', '02T13:30']], { minutes: 120 })).toBe('2026-11-02T07:00:00.000Z');
  });

  it('add their open time after the day target, which is not rounded to closing again', () => {
    expect(due([['03T09:00', '03T10:00']], { days: 1, ...endOfDay })).toBe('2026-11-04T01:30:00.000Z');
  });

  it('on the first day are added as well, as far as they lie after the start', () => {
    expect(due([['02T08:00', '02T11:00']], { days: 1, ...endOfDay })).toBe('2026-11-04T01:30:00.000Z');
  });

  it('that overlap are added once', () => {
    const pauses = [
      ['03T09:00', '03T10:00'],
      ['03T09:30', '03T10:30'],
    ] as const;
    expect(due(pauses, { days: 1, ...endOfDay })).toBe('2026-11-04T02:00:00.000Z');
  });

  it('overnight leave a closing time where it is', () => {
    expect(due([['02T18:00', '03T08:00']], { days: 1, ...endOfDay })).toBe('2026-11-03T09:00:00.000Z');
  });

  it('that begin when the time is already up move nothing', () => {
    expect(due([['03T17:00', '05T12:00']], { days: 1, ...endOfDay })).toBe('2026-11-03T09:00:00.000Z');
    expect(due([['03T16:00', '04T12:00']], { days: 1, ...endOfDay })).toBe('2026-11-04T06:00:00.000Z');
  });
});

describe('a preview', () => {
  it('names the reason of every segment', () => {
    const preview = previewDeadline({
      calendar: shanghai,
      start: at('2026-09-30T16:00:00+08:00'),
      allowance: { minutes: 1020 },
      pauses: [{ from: at('2026-10-10T09:00:00+08:00'), to: at('2026-10-10T10:00:00+08:00') }],
    });
    expect(
      preview.ok && preview.value.segments.map(({ reason, seconds, note }) => [reason, seconds, note]),
    ).toEqual([
      ['open', 3600, undefined],
      ['closed', 0, undefined],
      ['holiday', 0, '国庆节'],
      ['holiday', 0, undefined],
      ['closed', 0, undefined],
      ['holiday', 0, undefined],
      ['closed', 0, undefined],
      ['open', 3 * 3600, undefined],
      ['closed', 0, undefined],
      ['open', 4 * 3600, undefined],
      ['closed', 0, undefined],
      ['open', 3 * 3600, undefined],
      ['closed', 0, undefined],
      ['open', 4 * 3600, undefined],
      ['closed', 0, undefined],
      ['makeup', 1800, '国庆节调休'],
      ['pause', 0, '暂停 1'],
      ['makeup', 5400, '国庆节调休'],
    ]);
  });

  it('is provisional past the published horizon', () => {
    const question = { calendar: shanghai, start: at('2026-12-30T09:00:00+08:00') };
    const answers = [1, 2].map((days) => previewDeadline({ ...question, allowance: { days, ...endOfDay } }));
    expect(answers.map((answer) => answer.ok && answer.value.provisional)).toEqual([false, true]);
  });

  it('refuses a calendar that runs out, and an allowance beyond ten years, instead of searching on', () => {
    const once = workingCalendar({
      timeZone: 'Etc/UTC',
      weekly: {},
      exceptions: { '2026-11-02': [['09:00', '17:00']] },
    });
    const start = at('2026-11-02T10:00:00Z');
    expect(once.addTime(start, 8 * HOUR_MS)).toBe(NEVER);
    expect(once.subtractTime(start, 2 * HOUR_MS)).toBe(-NEVER);
    expect([...once.openPeriods(start)]).toHaveLength(1);
    const codes = [{ minutes: 480 }, { days: 1, ...endOfDay }].map((allowance) =>
      previewDeadline({ calendar: once, start, allowance }),
    );
    expect(codes.map((answer) => !answer.ok && answer.refusal.code)).toEqual([
      'calendar.never_open',
      'calendar.never_open',
    ]);
    const tooLong = [{ days: 3_000, ...endOfDay }, { minutes: 1e9 }].map((allowance) =>
      previewDeadline({ calendar: shanghai, start, allowance }),
    );
    expect(tooLong.map((answer) => !answer.ok && answer.refusal.code)).toEqual([
      'calendar.allowance',
      'calendar.never_open',
    ]);
  });

  it('keeps milliseconds and still counts whole seconds that add up', () => {
    const preview = previewDeadline({
      calendar: shanghai,
      start: at('2026-11-02T11:29:59.400+08:00'),
      allowance: { seconds: 2 },
    });
    expect(preview.ok && iso(preview.value.dueAt)).toBe('2026-11-02T05:00:01.400Z');
    expect(preview.ok && preview.value.segments.map(({ seconds }) => seconds)).toEqual([0, 0, 2]);
  });
});
