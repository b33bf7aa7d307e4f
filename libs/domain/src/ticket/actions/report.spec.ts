import { november } from '../../../../../test/support/november';
import { atTownship } from '../../../../../test/support/ticket-requests';

describe('a stage report', () => {
  it('is written by the holder, ends a supervision and changes no clock of the promise', () => {
    const story = atTownship().take('supervise', 'leader', november('03T10:00'));
    const promise = story.clock('resolve');
    story.take('report', 'township', november('04T10:00'), { text: '设备已到场' });
    expect(story.events.at(-1)).toMatchObject({ type: 'reported', texts: { text: '设备已到场' } });
    expect(story.clock('supervise')).toMatchObject({ state: 'stopped', stoppedAt: november('04T10:00') });
    expect(story.clock('resolve')).toEqual(promise);
    expect(story.ticket).toMatchObject({ reportedAt: november('04T10:00'), status: 'in_progress' });
  });

  it('is the holder’s alone', () => {
    for (const by of ['office', 'officer', 'leader', 'department'] as const) {
      expect([by, atTownship().refusal('report', by, november('04T10:00'))]).toEqual([
        by,
        'ticket.not_holder',
      ]);
    }
  });

  it('below the top puts off no rise', () => {
    const story = atTownship();
    const { escalateAt } = story.ticket;
    expect(story.take('report', 'township', november('04T10:00')).ticket.escalateAt).toBe(escalateAt);
  });
});
