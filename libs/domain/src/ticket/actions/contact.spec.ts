import { november } from '../../../../../test/support/november';
import { routed, TicketStory } from '../../../../../test/support/ticket-stage';

const MONDAY = november('02T09:00');

describe('the first contact', () => {
  it('stops its clock and is in time up to the due instant itself', () => {
    const due = november('03T17:00');
    const story = routed(MONDAY).take('contact', 'officer', due);
    expect(story.clock('firstContact')).toMatchObject({ dueAt: due, state: 'stopped', stoppedAt: due });
    expect(story.ticket.firstContactOnTime).toBe(true);
  });

  it('is late a millisecond after the due instant', () => {
    expect(
      routed(MONDAY).take('contact', 'officer', november('03T17:00') + 1).ticket.firstContactOnTime,
    ).toBe(false);
  });

  it('is the first that counts: a later one changes nothing', () => {
    const story = routed(MONDAY).take('contact', 'officer', november('02T10:00'));
    story.take('contact', 'officer', november('10T10:00'));
    expect(story.ticket.firstContactOnTime).toBe(true);
    expect(story.clock('firstContact').stoppedAt).toBe(november('02T10:00'));
  });

  it('is made by the first comment the enterprise can see, not by an internal one', () => {
    const story = routed(MONDAY).take('comment', 'officer', november('02T10:00'), {
      text: '已转部门',
      visibility: 'internal',
    });
    expect(story.ticket.firstContactOnTime).toBeNull();
    story.take('comment', 'officer', november('02T11:00'), { text: '正在协调', visibility: 'enterprise' });
    expect(story.ticket.firstContactOnTime).toBe(true);
  });

  it('is not made by what the enterprise writes itself', () => {
    const story = routed(MONDAY).take('comment', 'enterprise', november('02T10:00'), {
      text: '有进展吗',
      visibility: 'internal',
    });
    expect(story.ticket.firstContactOnTime).toBeNull();
    expect(story.clock('reply').state).toBe('running');
    expect(story.events.at(-1)?.data).toEqual({ visibility: 'enterprise', from: 'enterprise' });
  });

  it('is in time while the clock is paused, however long the material takes', () => {
    const story = routed(MONDAY).take('claim', 'officer', november('02T09:30'));
    story.take('requestInfo', 'officer', november('02T10:00'));
    story.take('contact', 'officer', november('05T10:00'));
    expect(story.clock('firstContact').state).toBe('stopped');
    expect(story.ticket.firstContactOnTime).toBe(true);
  });

  it('made before the dispatch is not owed again', () => {
    const story = new TicketStory(MONDAY, {}, 'officer').take('contact', 'officer', november('02T09:10'));
    story.take('dispatch', 'officer', november('02T09:20'));
    expect(story.ticket.clocks.map((clock) => clock.kind)).not.toContain('firstContact');
    expect(
      story.sweep(november('04T17:00')).events.filter((event) => event.data['kind'] === 'firstContact'),
    ).toEqual([]);
  });

  it('is not made by the answer, but may follow it in time', () => {
    const story = routed(MONDAY).take('claim', 'officer', november('02T09:30'));
    story.take('answer', 'officer', november('02T10:00'));
    expect(story.ticket.firstContactOnTime).toBeNull();
    expect(story.take('contact', 'officer', november('02T11:00')).ticket.firstContactOnTime).toBe(true);
  });

  it('that follows the answer too late is late', () => {
    const story = routed(MONDAY).take('claim', 'officer', november('02T09:30'));
    story.take('answer', 'officer', november('02T10:00')).take('contact', 'officer', november('04T09:00'));
    expect(story.ticket.firstContactOnTime).toBe(false);
  });
});
