import { inNovember, november } from '../../../../../test/support/november';
import { routed, TicketStory } from '../../../../../test/support/ticket-stage';

const MONDAY = november('02T09:00');
const inHand = (): TicketStory => routed(MONDAY).take('claim', 'officer', november('02T10:00'));

describe('a comment', () => {
  it('the enterprise can see stops the reply clock; one of the enterprise, or an internal one, does not', () => {
    const seen = { text: '已排期', visibility: 'enterprise' } as const;
    const story = inHand().take('comment', 'officer', november('03T10:00'));
    story.take('comment', 'enterprise', november('03T11:00'), seen);
    expect(story.clock('reply').state).toBe('running');
    story.take('comment', 'office', november('03T14:00'), seen);
    expect(story.clock('reply')).toMatchObject({ state: 'stopped', stoppedAt: november('03T14:00') });
  });

  it('of the holder ends a supervision, of anyone else does not', () => {
    const story = inHand().take('supervise', 'leader', november('03T10:00'));
    story.take('comment', 'office', november('03T11:00'));
    expect(story.clock('supervise').state).toBe('running');
    story.take('comment', 'officer', november('03T12:00'));
    expect(story.clock('supervise').state).toBe('stopped');
  });
});

describe('a supervision', () => {
  it('has a due time of its own: the policy’s, or the day that was named', () => {
    const story = inHand().take('supervise', 'office', november('03T10:00'));
    expect(inNovember(story.clock('supervise').dueAt)).toBe('06T17:00');
    story.take('supervise', 'leader', november('03T11:00'), {
      instruction: '周四前办结',
      dueOn: '2026-11-12',
    });
    expect(inNovember(story.clock('supervise').dueAt)).toBe('12T17:00');
  });

  it.each(['2026-11-03', '2026-11-02', '2026-11-07', '2030-01-02'])('cannot be due on %s', (dueOn) => {
    const input = { instruction: '限期', dueOn };
    expect(inHand().refusal('supervise', 'office', november('03T10:00'), input)).toBe('supervision.due_on');
  });

  it('changes neither status nor promise', () => {
    const story = inHand();
    const promise = story.clock('resolve');
    story.take('supervise', 'city', november('03T10:00'));
    expect(story.ticket.status).toBe('in_progress');
    expect(story.clock('resolve')).toEqual(promise);
  });

  it('stands with the other clocks while material is awaited, and runs on with them', () => {
    const story = inHand().take('requestInfo', 'officer', november('03T10:00'));
    story.take('supervise', 'office', november('04T10:00'));
    expect(story.clock('supervise').state).toBe('paused');
    story.take('supplyInfo', 'enterprise', november('05T10:00'));
    expect(story.clock('supervise').state).toBe('running');
    expect(inNovember(story.clock('supervise').dueAt)).toBe('10T17:00');
  });

  it('of a ticket nobody holds yet starts no clock', () => {
    expect(new TicketStory(MONDAY).take('supervise', 'leader', november('02T10:00')).ticket.clocks).toEqual(
      [],
    );
  });
});

describe('an instruction', () => {
  it('of a leader is supervised with the policy’s due time', () => {
    const story = inHand().take('instruct', 'leader', november('03T10:00'), { text: '请专题研究' });
    expect(story.events.at(-1)).toMatchObject({ type: 'instructed', texts: { text: '请专题研究' } });
    expect(story.clock('supervise').state).toBe('running');
  });
});

describe('an urging', () => {
  it('is on the timeline and changes nothing else', () => {
    const before = inHand();
    const { ticket } = before;
    const story = before.take('urge', 'enterprise', november('03T10:00'), { note: '请加快' });
    expect(story.ticket).toEqual({ ...ticket, version: ticket.version + 1 });
    expect(story.events.at(-1)).toMatchObject({ type: 'urged', data: { cause: 'manual' } });
  });
});
