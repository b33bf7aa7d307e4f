import { calendarCases, type CalendarCase } from '../support/calendar-cases';
import { openDemoApp, type Caller, type DemoApp } from '../support/demo-app';

const ASKED_OVER_HTTP = ['deadline', 'deadlineDays', 'elapsed'];

const forward = (each: CalendarCase): boolean => each.ask !== 'deadlineDays' || each.days >= 0;

const cases = calendarCases().filter((each) => ASKED_OVER_HTTP.includes(each.ask) && forward(each));

describe('the public calendar try-out', () => {
  let demo: DemoApp;
  let anyone: Caller;

  beforeAll(async () => {
    demo = await openDemoApp();
    anyone = await demo.signIn('enterprise');
  }, 120_000);

  afterAll(() => demo.close());

  it('has cases of each kind to answer', () => {
    expect(new Set(cases.map(({ ask }) => ask))).toEqual(new Set(ASKED_OVER_HTTP));
    expect(cases.length).toBeGreaterThan(70);
  });

  it.each(cases.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
    if (each.ask === 'elapsed') {
      const { calendar, from, to } = each;
      const { body } = await anyone.post('/calendars/elapsed', { calendar, from, to });
      expect(body).toEqual({ workingSeconds: each.seconds });
      return;
    }
    if (each.ask !== 'deadline' && each.ask !== 'deadlineDays') throw new Error(`not asked: ${each.ask}`);
    const allowance =
      each.ask === 'deadline'
        ? { seconds: each.seconds }
        : { days: each.days, from: 'nextDay', endOfDay: each.endOfDay };
    const { body } = await anyone.post('/calendars/preview', {
      calendar: each.calendar,
      start: each.start,
      ...allowance,
    });
    const dayOnly = each.ask === 'deadlineDays' && each.precision === 'day';
    const shown = (at: string): string =>
      dayOnly ? dayIn(each.calendar.timeZone, at) : new Date(at).toISOString();
    expect(each.dueAt.map(shown)).toContain(shown(body.dueAt));
  });
});

const dayIn = (timeZone: string, at: string): string =>
  new Date(at).toLocaleDateString('sv-SE', { timeZone });
