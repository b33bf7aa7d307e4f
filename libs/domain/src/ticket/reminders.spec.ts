import { november } from '../../../../test/support/november';
import { questions } from '../../../../test/support/ticket-moves';
import { atOfficer, atTownship, ruled, suspension } from '../../../../test/support/ticket-requests';
import type { TicketStory } from '../../../../test/support/ticket-stage';
import { reminders } from './reminders';

const told = ({ ticket }: TicketStory): string[] =>
  reminders(ticket).map((each) =>
    each.of === 'request'
      ? each.request.kind
      : `${each.of} ${'item' in each ? each.item.ordinal : each.followUp.ordinal}`,
  );
const asked = (): TicketStory =>
  atTownship().take('request', 'township', november('03T10:00'), suspension('2026-11-10'));

describe('what is told when its time comes', () => {
  it('is the ruling that is waited for and every open item with a day of its own', () => {
    expect(told(atOfficer())).toEqual([]);
    expect(told(asked())).toEqual(['suspension']);
    expect(told(atOfficer({ items: questions(4, november('02T09:00')) }))).toEqual(['item 2', 'item 4']);
  });

  it('is nothing once it is ruled on, recalled or done', () => {
    expect(told(ruled(asked(), false, 'office', '03T14:00'))).toEqual([]);
    expect(told(asked().take('recall', 'township', november('03T14:00')))).toEqual([]);
    const items = questions(2, november('02T09:00'));
    expect(told(atOfficer({ items }).take('reply', 'officer', november('03T10:00')))).toEqual([]);
  });

  it('is not told while nobody could do anything about it, and is told after that', () => {
    const story = asked().take('requestInfo', 'township', november('03T14:00'));
    expect(told(story)).toEqual([]);
    story.sweep(november('06T10:00'));
    expect(story.types()).not.toContain('rulingDue');
    story.take('supplyInfo', 'enterprise', november('06T10:00')).sweep(november('06T10:00'));
    // The ruling's deadline waited with the ticket: three and a half hours of the 3rd remained, and the whole 4th.
    expect(story.types()).not.toContain('rulingDue');
    story.sweep(november('10T17:00'));
    expect(story.types().filter((type) => type === 'rulingDue')).toHaveLength(1);
    expect(story.ticket.requests).toMatchObject([{ reminded: true }]);
    expect(told(story)).toEqual([]);
  });
});
