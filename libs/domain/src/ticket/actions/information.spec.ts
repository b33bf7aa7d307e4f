import { inNovember, november } from '../../../../../test/support/november';
import { routed, TicketStory } from '../../../../../test/support/ticket-stage';
import { CAST } from '../../../../../test/support/ticket-cast';
import { allowedActions } from '../permit';
import { nextCheckAt } from '../settle';

const MONDAY = november('02T09:00');
const inHand = (): TicketStory => routed(MONDAY).take('claim', 'officer', november('02T10:00'));

describe('a request for material', () => {
  it('is one itemised notice, whose items are texts of the event', () => {
    const story = inHand().take('requestInfo', 'officer', november('03T10:00'), { items: ['执照', '图纸'] });
    expect(story.events.at(-1)).toMatchObject({
      type: 'infoRequested',
      data: { count: 2 },
      texts: { item1: '执照', item2: '图纸' },
    });
  });

  it('pauses every clock and gives the open time of the wait back', () => {
    const story = inHand().take('requestInfo', 'officer', november('03T10:00'));
    expect(story.ticket.clocks.filter((clock) => clock.state === 'running')).toEqual([]);
    story.take('supplyInfo', 'enterprise', november('05T10:00'));
    expect(inNovember(story.clock('resolve').dueAt)).toBe('13T17:00');
    expect(story.clock('resolve')).toMatchObject({ state: 'running', originalDueAt: november('11T17:00') });
  });

  it.each([
    ['submitted', new TicketStory(MONDAY), 'office'],
    ['accepted', new TicketStory(MONDAY, {}, 'officer'), 'officer'],
    ['dispatched', routed(MONDAY), 'officer'],
    ['in_progress', inHand(), 'officer'],
  ] as const)('goes back to %s, where it came from', (status, story, by) => {
    story
      .take('requestInfo', by, november('03T10:00'))
      .take('supplyInfo', 'enterprise', november('04T10:00'));
    expect(story.ticket).toMatchObject({ status, resumeStatus: null, wakeAt: null });
  });

  it('is made once in a round', () => {
    const story = inHand().take('requestInfo', 'officer', november('03T10:00'));
    story.take('supplyInfo', 'enterprise', november('04T10:00'));
    expect(story.refusal('requestInfo', 'officer', november('04T11:00'))).toBe(
      'ticket.info_already_requested',
    );
    expect(allowedActions(CAST.officer, story.ticket)).not.toContain('requestInfo');
    story.take('answer', 'officer', november('05T10:00')).take('dispute', 'enterprise', november('06T10:00'));
    expect(story.refusal('requestInfo', 'officer', november('06T11:00'))).toBeNull();
  });

  it('holds the clocks at most five working days, and lapses by itself', () => {
    const story = inHand().take('requestInfo', 'officer', november('03T10:00'));
    expect(inNovember(nextCheckAt(story.ticket))).toBe('10T17:00');
    story.sweep(november('10T17:00'));
    expect(story.events.at(-1)).toMatchObject({ type: 'infoLapsed', actor: { kind: 'system' } });
    expect(inNovember(story.clock('resolve').dueAt)).toBe('19T15:30');
    expect(story.refusal('supplyInfo', 'enterprise', november('11T10:00'))).toBe('ticket.wrong_status');
  });

  it('leaves an answer out of reach until the material is there', () => {
    const story = inHand().take('requestInfo', 'officer', november('03T10:00'));
    expect(story.refusal('answer', 'officer', november('03T11:00'))).toBe('ticket.wrong_status');
  });
});
