import { inNovember, november } from '../../../../../test/support/november';
import { routed, TicketStory } from '../../../../../test/support/ticket-stage';
import { measuresOf } from '../../statistics/measures';

const MONDAY = november('02T09:00');
const inHand = (): TicketStory => routed(MONDAY).take('claim', 'officer', november('02T10:00'));
const answered = (at = '04T10:00'): TicketStory => inHand().take('answer', 'officer', november(at));

describe('a confirmation', () => {
  it('closes the ticket with the enterprise’s verdict beside the unit’s outcome', () => {
    const story = answered().take('confirm', 'enterprise', november('05T10:00'), {
      solved: 'partly',
      rating: 4,
    });
    expect(story.ticket).toMatchObject({
      status: 'closed',
      outcome: 'resolved',
      verdict: { solved: 'partly', rating: 4, by: 'enterprise' },
    });
    expect(story.types().slice(-2)).toEqual(['confirmed', 'closed']);
    expect(story.ticket.holdings.at(-1)?.toAt).toBe(november('05T10:00'));
    expect(story.ticket.clocks.every((clock) => clock.state === 'stopped')).toBe(true);
  });

  it('that says no is a dispute', () => {
    const at = november('05T10:00');
    expect(answered().refusal('confirm', 'enterprise', at, { solved: 'no' })).toBe('verdict.use_dispute');
  });

  it.each([0, 6, 2.5, Number.NaN])('takes no rating of %p', (rating) => {
    const at = november('05T10:00');
    expect(answered().refusal('confirm', 'enterprise', at, { solved: 'yes', rating })).toBe(
      'verdict.rating_range',
    );
  });

  it('of an answer that came in time after a dispute does not undo that the first one was late', () => {
    const story = answered('12T10:30').take('dispute', 'enterprise', november('12T11:00'));
    story.take('answer', 'officer', november('12T14:00')).take('confirm', 'enterprise', november('12T15:00'));
    expect(measuresOf(story.ticket)).toMatchObject({ closed: 1, closedOnTime: 0, onTimeWithoutExtension: 0 });
    const prompt = answered('04T10:00').take('dispute', 'enterprise', november('05T10:00'));
    prompt
      .take('answer', 'officer', november('05T14:00'))
      .take('confirm', 'enterprise', november('05T15:00'));
    expect(measuresOf(prompt.ticket)).toMatchObject({ closedOnTime: 1, onTimeWithoutExtension: 1 });
  });

  it('without a rating is not rated', () => {
    expect(answered().take('confirm', 'enterprise', november('05T10:00')).ticket.verdict?.rating).toBeNull();
  });
});

describe('a closing', () => {
  it('by the office needs a call-back on record', () => {
    const at = november('05T10:00');
    expect(answered().refusal('close', 'office', at, {})).toBe('callback.required');
    expect(answered().refusal('close', 'office', at, { callBack: ' ' })).toBe('callback.required');
    const story = answered().take('close', 'office', at, { callBack: '企业表示已解决' });
    expect(story.ticket).toMatchObject({ status: 'closed', verdict: null });
    expect(story.events.at(-1)?.data).toEqual({ because: 'callBack' });
  });
});

describe('a dispute', () => {
  it('goes back to work in a new round, with the verdict on record and the outcome withdrawn', () => {
    const story = answered().take('dispute', 'enterprise', november('05T10:00'), { reason: '仍停电' });
    expect(story.ticket).toMatchObject({
      status: 'in_progress',
      round: 2,
      outcome: null,
      answeredAt: null,
      wakeAt: null,
      verdict: { solved: 'no', rating: null, by: 'enterprise' },
    });
  });

  it('resumes the promise with what remained', () => {
    const story = answered('04T10:00').take('dispute', 'enterprise', november('06T10:00'));
    expect(inNovember(story.clock('resolve').dueAt)).toBe('13T17:00');
  });

  it('leaves at least two working days', () => {
    const story = answered('11T16:00').take('dispute', 'enterprise', november('12T10:00'));
    expect(inNovember(story.clock('resolve').dueAt)).toBe('16T17:00');
  });

  it('leaves at least two working days also to a promise that was late, whose red lamp goes out', () => {
    const story = inHand().sweep(november('12T09:00')).take('answer', 'officer', november('12T10:00'));
    expect(story.clock('resolve').lapsed).toBe(true);
    story.take('dispute', 'enterprise', november('13T10:00'));
    expect(inNovember(story.clock('resolve').dueAt)).toBe('17T17:00');
    expect(story.clock('resolve').lapsed).toBe(false);
  });

  it('raises the ticket the second time, and every time after that', () => {
    const story = answered().take('dispute', 'enterprise', november('05T10:00'));
    expect(story.escalations).toEqual([]);
    story.take('answer', 'officer', november('06T10:00')).take('dispute', 'enterprise', november('06T14:00'));
    expect(story.escalations).toMatchObject([{ cause: 'disputed_twice', fromTier: 1, toTier: 2, round: 3 }]);
    expect(story.ticket).toMatchObject({ status: 'dispatched', tier: 2, round: 3 });
    story.take('claim', 'township', november('09T10:00')).take('answer', 'township', november('10T10:00'));
    story.take('dispute', 'enterprise', november('11T10:00'));
    expect(story.ticket).toMatchObject({ tier: 3, round: 4, disputeCount: 3 });
  });

  it('leaves the hop of the holder open, so that no time is lost between the rounds', () => {
    const story = answered().take('dispute', 'enterprise', november('05T10:00'));
    expect(story.ticket.holdings).toMatchObject([{ ordinal: 1, personId: 'officer', toAt: null }]);
  });
});

describe('a withdrawal', () => {
  it.each([
    ['submitted', new TicketStory(MONDAY)],
    ['accepted', new TicketStory(MONDAY, {}, 'officer')],
    ['dispatched', routed(MONDAY)],
    ['in_progress', inHand()],
    ['need_info', inHand().take('requestInfo', 'officer', november('03T10:00'))],
  ])('ends a ticket that is %s, with its clocks and its hop', (_status, story) => {
    const { ticket } = story.take('withdraw', 'enterprise', november('04T10:00'));
    expect(ticket).toMatchObject({
      status: 'withdrawn',
      closedAt: november('04T10:00'),
      wakeAt: null,
      escalateAt: null,
    });
    expect(ticket.clocks.every((clock) => clock.state === 'stopped')).toBe(true);
    expect(ticket.holdings.every((hop) => hop.toAt !== null)).toBe(true);
  });

  it('comes too late after an answer', () => {
    expect(answered().refusal('withdraw', 'enterprise', november('05T10:00'))).toBe('ticket.wrong_status');
  });
});
