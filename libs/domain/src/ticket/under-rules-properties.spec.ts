import fc from 'fast-check';
import { districtHours } from '../../../../test/support/november';
import { faultsOf } from '../../../../test/support/ticket-invariants';
import { steps, submissions, Walk } from '../../../../test/support/ticket-walk';
import { noticeRule } from '../notice/notices';
import { workingCalendar } from '../sla';
import type { Ticket } from './ticket';
import { bringUnderRules, followsRules } from './under-rules';

/** What time makes of a ticket, without the counts of how often it was worked out. */
const timesOf = ({ clocks, wakeAt, escalateAt, triggerAt, requests, items, followUps }: Ticket) => ({
  clocks: clocks.map((clock) => ({ ...clock, generation: 0, calendarVersion: 0 })),
  ...{ wakeAt, escalateAt, triggerAt, items, followUps },
  rulings: requests.map(({ ruleBy }) => ruleBy),
});

const days = Array.from({ length: 26 }, (_, n) => `2026-11-${String(n + 2).padStart(2, '0')}`);
const calendars = fc
  .record({
    closed: fc.subarray(days, { maxLength: 5 }),
    opened: fc.subarray(days, { maxLength: 2 }),
    until: fc.constantFrom('16:00', '17:00', '18:00'),
  })
  .map(({ closed, opened, until }) =>
    workingCalendar({
      ...districtHours,
      weekly: Object.fromEntries(
        Object.keys(districtHours.weekly).map((day) => [
          day,
          [
            ['08:30', '11:30'],
            ['13:00', until],
          ] as const,
        ]),
      ),
      holidays: closed,
      exceptions: Object.fromEntries(opened.map((day) => [day, [['09:00', '12:00'] as const]])),
    }),
  );

describe('whatever has happened to a ticket', () => {
  it('every invariant holds under any other calendar, and as it goes on from there', () => {
    fc.assert(
      fc.property(submissions, steps, calendars, steps, (said, path, calendar, onwards) => {
        const walk = new Walk(said).take(path);
        for (const story of walk.stories.filter(({ ticket }) => followsRules(ticket))) {
          story.comeUnder({ calendar }, walk.at);
          expect(faultsOf(story, walk.at)).toEqual([]);
        }
        if (walk.stories.every(({ ticket }) => ticket.calendarVersion === 2)) walk.take(onwards);
      }),
      { numRuns: 60 },
    );
  });

  it('bringing it under the rules it follows changes nothing, and no lamp is told twice', () => {
    fc.assert(
      fc.property(submissions, steps, calendars, fc.nat(20), (said, path, calendar, later) => {
        const walk = new Walk(said).take(path, true);
        for (const story of walk.stories.filter(({ ticket }) => followsRules(ticket))) {
          story.comeUnder({ calendar }, walk.at);
          const { ticket } = story;
          const again = bringUnderRules(
            ticket,
            { calendar, policy: ticket.policyVersion === null ? null : story.terms.policy },
            { ctx: story.context('system', walk.at), calendarVersion: ticket.calendarVersion },
          );
          expect(timesOf(again.ticket)).toEqual(timesOf(ticket));
          expect(again.events).toEqual([]);
          story.sweep(walk.at + later * 86_400_000);
          for (const clock of story.ticket.clocks.filter(({ pauses }) => pauses.length === 0)) {
            const red = story.events.filter(
              (event) =>
                event.data['clockId'] === clock.id &&
                event.data['lamp'] === 'red' &&
                noticeRule(event) !== null,
            );
            if (clock.dueAt === clock.unextendedDueAt) expect(red.length).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
