import { november } from '../../../../../test/support/november';
import { districtChain } from '../../../../../test/support/ticket-cast';
import { DISTRICT, routed, TicketStory } from '../../../../../test/support/ticket-stage';
import { allowedActions } from '../permit';
import { CAST } from '../../../../../test/support/ticket-cast';

const MONDAY = november('02T09:00');

describe('a rise', () => {
  it('hands the ticket one tier up, to be claimed there, and tells why', () => {
    const story = routed(MONDAY).take('escalate', 'officer', november('03T09:00'), { reason: '涉及多部门' });
    expect(story.ticket).toMatchObject({ status: 'dispatched', tier: 2, holderUnitId: 'township', round: 1 });
    expect(story.events.at(-1)).toMatchObject({
      type: 'escalated',
      data: {
        fromTier: 1,
        toTier: 2,
        cause: 'manual',
        unitId: 'township',
        personId: null,
        overdueSeconds: 0,
      },
      texts: { reason: '涉及多部门' },
    });
    expect(story.escalations).toMatchObject([{ fromTier: 1, cause: 'manual', seq: story.ticket.version }]);
  });

  it('says how much working time the promise was overdue', () => {
    const story = routed(MONDAY).sweep(november('12T09:30'));
    story.take('escalate', 'officer', november('12T09:30'));
    expect(story.events.at(-1)?.data['overdueSeconds']).toBe(3_600);
  });

  it('is asked for once in a round from the same tier', () => {
    const story = routed(MONDAY).take('escalate', 'officer', november('03T09:00'));
    story.take('dispatch', 'office', november('04T09:00'), {
      holder: { tier: 1, unitId: null, personId: 'officer' },
      assistUnitIds: [],
    });
    expect(story.refusal('escalate', 'officer', november('05T09:00'))).toBe('ticket.already_escalated');
    expect(allowedActions(CAST.officer, story.ticket)).not.toContain('escalate');
  });

  it('may be asked for again in the next round', () => {
    const story = routed(MONDAY).take('escalate', 'officer', november('03T09:00'));
    story.take('claim', 'township', november('03T10:00')).take('answer', 'township', november('03T11:00'));
    story.take('dispute', 'enterprise', november('03T14:00'));
    expect(story.refusal('escalate', 'township', november('03T15:00'))).toBeNull();
  });

  it('ends at the top of the ladder', () => {
    const district = { ...DISTRICT, chain: { ...districtChain, ladder: [1, 2, 3, 4] as const } };
    const story = routed(MONDAY, { severity: 'major' }, district);
    expect(story.refusal('escalate', 'office', november('03T09:00'))).toBe('ticket.top_tier');
    const city = new TicketStory(MONDAY, { severity: 'major' }).take('route', 'system', MONDAY);
    city.take('escalate', 'office', november('03T09:00'));
    expect(city.ticket).toMatchObject({ tier: 5, holderUnitId: 'city-office' });
    expect(city.refusal('escalate', 'city', november('04T09:00'))).toBe('ticket.top_tier');
  });

  it('keeps the promise and starts the new tier’s leg', () => {
    const story = routed(MONDAY);
    const promise = story.clock('resolve');
    story.take('escalate', 'officer', november('03T09:00'));
    expect(story.clock('resolve')).toEqual(promise);
    expect(story.clock('leg')).toMatchObject({ tier: 2, unitId: 'township', state: 'running' });
  });
});
