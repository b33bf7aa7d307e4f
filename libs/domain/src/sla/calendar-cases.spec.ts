import { calendarCases, type CalendarCase } from '../../../../test/support/calendar-cases';
import { SECOND_MS } from '../time';
import { previewDeadline, type DeadlineQuestion } from './preview';
import { workingCalendar, type WorkingCalendar } from './working-calendar';

const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

function due(question: DeadlineQuestion): number {
  const preview = previewDeadline(question);
  if (!preview.ok) throw new Error(preview.refusal.detail);
  return preview.value.dueAt;
}

function check(row: CalendarCase, calendar: WorkingCalendar): void {
  switch (row.ask) {
    case 'deadline': {
      expect(row.dueAt).toContain(
        iso(due({ calendar, start: Date.parse(row.start), allowance: { seconds: row.seconds } })),
      );
      return;
    }
    case 'deadlineDays': {
      const allowance = { days: row.days, from: 'nextDay', endOfDay: row.endOfDay } as const;
      const dueAt = due({ calendar, start: Date.parse(row.start), allowance });
      const read = row.precision === 'instant' ? iso : (at: number) => calendar.dayOf(at);
      expect(row.dueAt.map((text) => read(Date.parse(text)))).toContain(read(dueAt));
      return;
    }
    case 'elapsed': {
      expect(calendar.elapsed(Date.parse(row.from), Date.parse(row.to))).toBe(row.seconds * SECOND_MS);
      return;
    }
    case 'isOpen': {
      expect(calendar.isOpen(Date.parse(row.at))).toBe(row.open);
      return;
    }
    case 'backward': {
      expect(iso(calendar.subtractTime(Date.parse(row.from), row.seconds * SECOND_MS))).toBe(row.at);
      return;
    }
    case 'openPeriods': {
      const periods = calendar.openPeriods(Date.parse(row.from))[Symbol.iterator]();
      expect(
        row.periods
          .map(() => periods.next().value as { from: number; to: number })
          .map(({ from, to }) => [iso(from), iso(to)]),
      ).toEqual(row.periods);
      return;
    }
  }
}

describe('the calendar answers as the tests of other open-source calendars do', () => {
  it.each(calendarCases().map((row) => [row.name, row] as const))('%s', (_name, row) => {
    check(row, workingCalendar(row.calendar));
  });
});
