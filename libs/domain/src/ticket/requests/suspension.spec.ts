import { inNovember, november } from '../../../../../test/support/november';
import { districtPolicy } from '../../../../../test/support/ticket-cast';
import { atTownship, ruled, suspension } from '../../../../../test/support/ticket-requests';
import { DISTRICT, routed, type TicketStory } from '../../../../../test/support/ticket-stage';

const TUESDAY = november('03T10:00');
const suspended = (story = atTownship()): TicketStory =>
  ruled(story.take('request', 'township', TUESDAY, suspension('2026-11-10')), true, 'office', '03T11:00');

describe('a suspension', () => {
  it('lets every clock stand from its approval to the opening of the review date', () => {
    const story = suspended();
    expect(story.types().slice(-2)).toEqual(['ruled', 'suspended']);
    expect(story.ticket.status).toBe('suspended');
    expect(inNovember(story.ticket.wakeAt)).toBe('10T08:30');
    expect(story.ticket.clocks.filter(({ state }) => state === 'running')).toEqual([]);
    expect(story.ticket.escalateAt).toBeNull();
  });

  it('gives its open time back to the promise', () => {
    const story = suspended().sweep(november('10T08:30'));
    // Four and a half hours of the 3rd and four days: from the 23rd at closing.
    expect(inNovember(story.clock('resolve').dueAt)).toBe('30T14:30');
    expect(story.clock('resolve').pauses).toEqual([
      { from: november('03T11:00'), to: november('10T08:30'), reason: 'suspended' },
    ]);
  });

  it('ends at its review date however late the system looks: nobody gains time by that', () => {
    const punctual = suspended().sweep(november('10T08:30'));
    const late = suspended().check(november('10T11:05'));
    expect(late.clock('resolve').dueAt).toBe(punctual.clock('resolve').dueAt);
    expect(late.clock('resolve').pauses).toEqual(punctual.clock('resolve').pauses);
    expect(late.events.find(({ type }) => type === 'resumed')?.at).toBe(november('10T11:05'));
  });

  it('is ended before its date by the holder or the office, and says by whom', () => {
    for (const by of ['township', 'office'] as const) {
      const story = suspended().take('resume', by, november('05T10:00'), { note: '批复已下达' });
      expect(story.events.at(-1)).toMatchObject({ type: 'resumed', data: { because: 'hand' } });
      expect(story.ticket).toMatchObject({ status: 'in_progress', wakeAt: null });
      expect(story.clock('resolve').state).toBe('running');
    }
    expect(suspended().refusal('resume', 'enterprise', november('05T10:00'))).toBe('ticket.not_permitted');
    const review = suspended().sweep(november('10T08:30'));
    expect(review.events.at(-1)?.data).toEqual({ because: 'review' });
  });

  it('is asked for by who has claimed it', () => {
    const story = routed(november('02T09:00'), { severity: 'complex' });
    expect(story.refusal('request', 'township', TUESDAY, suspension('2026-11-10'))).toBe(
      'ticket.wrong_status',
    );
  });

  it.each([
    ['no day at all', undefined, 'request.review_required'],
    ['today', '2026-11-03', 'suspension.review_on'],
    ['a Sunday', '2026-11-08', 'suspension.review_on'],
    ['a day beyond the cap', '2026-12-17', 'suspension.beyond_cap'],
    ['the first day after thirty', '2026-12-16', null],
  ])('until %s is answered as it should be', (_what, reviewOn, code) => {
    const { reviewOn: _day, ...bare } = suspension('');
    const input = reviewOn === undefined ? bare : suspension(reviewOn);
    expect(atTownship().refusal('request', 'township', TUESDAY, input)).toBe(code);
  });

  it('is not asked for when the cap is used up', () => {
    const policy = { ...districtPolicy, suspensionCap: { unit: 'workingMinutes', count: 120 } as const };
    const story = atTownship({}, { ...DISTRICT, policy });
    story.take('request', 'township', november('03T16:00'), suspension('2026-11-04'));
    ruled(story, true, 'office', '03T16:00').take('resume', 'township', november('03T17:00'));
    expect(story.refusal('request', 'township', november('04T10:00'), suspension('2026-11-05'))).toBe(
      'suspension.beyond_cap',
    );
    story.take('request', 'township', november('05T16:30'), suspension('2026-11-06'));
    ruled(story, true, 'office', '05T16:30').sweep(november('06T08:30'));
    story.take('request', 'township', november('06T16:30'), suspension('2026-11-09'));
    ruled(story, true, 'office', '06T16:30').sweep(november('09T08:30'));
    expect(story.refusal('request', 'township', november('09T16:30'), suspension('2026-11-10'))).toBe(
      'suspension.used_up',
    );
  });

  it('whose review date has come before the ruling is not approved any more', () => {
    const story = atTownship().take('request', 'township', TUESDAY, suspension('2026-11-04'));
    expect(story.refusal('rule', 'office', november('04T10:00'))).toBe('request.overtaken');
  });

  it('can be withdrawn from, urged and supervised, and the supervision stands with the rest', () => {
    const story = suspended().take('supervise', 'leader', november('04T10:00'));
    expect(story.clock('supervise')).toMatchObject({ state: 'paused', pauses: [{ reason: 'suspended' }] });
    story.sweep(november('10T08:30'));
    expect(story.clock('supervise').state).toBe('running');
    expect(suspended().refusal('withdraw', 'enterprise', november('04T10:00'))).toBeNull();
  });
});
