import { inNovember, november } from '../../../../../test/support/november';
import { districtChain } from '../../../../../test/support/ticket-cast';
import { DISTRICT, routed, TicketStory } from '../../../../../test/support/ticket-stage';
import type { Tier } from '../axes';
import type { DispatchInput } from './dispatch';

const MONDAY = november('02T09:00');
const to = (tier: Tier, unitId: string, assistUnitIds: string[] = []): DispatchInput => ({
  holder: { tier, unitId, personId: null },
  assistUnitIds,
});

describe('a dispatch by hand', () => {
  it('hands the ticket to one lead unit, with the assisting units beside it', () => {
    const story = new TicketStory(MONDAY, {}, 'officer');
    story.take('dispatch', 'office', november('02T10:00'), to(3, 'department', ['other-township']));
    expect(story.ticket).toMatchObject({
      status: 'dispatched',
      tier: 3,
      holderUnitId: 'department',
      assistUnitIds: ['other-township'],
      heldUnitIds: ['department', 'other-township'],
    });
  });

  it('starts the promise, and a second one keeps it', () => {
    const story = new TicketStory(MONDAY, {}, 'officer').take('dispatch', 'officer', november('02T10:00'));
    const promise = story.clock('resolve');
    story.take('dispatch', 'office', november('04T10:00'), to(2, 'other-township'));
    expect(story.ticket.clocks.filter((clock) => clock.kind === 'resolve')).toEqual([promise]);
    expect(story.ticket.dispatchedAt).toBe(november('02T10:00'));
  });

  it('ends the claim and the leg of the one before, which stay on record, and starts its own', () => {
    const story = new TicketStory(MONDAY, {}, 'officer').take('dispatch', 'officer', november('02T10:00'));
    story.take('dispatch', 'office', november('04T10:00'), to(3, 'department'));
    const legs = story.ticket.clocks.filter((clock) => clock.kind === 'leg');
    expect(legs.map(({ unitId, state }) => [unitId, state])).toEqual([
      ['township', 'stopped'],
      ['department', 'running'],
    ]);
    expect(legs.map((leg) => inNovember(leg.dueAt))).toEqual(['09T17:00', '13T17:00']);
    expect(
      story.ticket.holdings.map(({ unitId, fromAt, toAt }) => [unitId, inNovember(fromAt), inNovember(toAt)]),
    ).toEqual([
      ['township', '02T10:00', '04T10:00'],
      ['department', '04T10:00', null],
    ]);
  });

  it('of a claimed ticket asks the new holder to claim it again', () => {
    const story = routed(MONDAY).take('claim', 'officer', november('02T10:00'));
    story.take('dispatch', 'office', november('03T10:00'));
    expect(story.ticket).toMatchObject({
      status: 'dispatched',
      holderUnitId: 'township',
      holderPersonId: null,
    });
    expect(story.clock('claim').state).toBe('running');
  });

  it('by an officer goes to the enterprise’s own township and nowhere else', () => {
    const story = new TicketStory(MONDAY, {}, 'officer');
    const at = november('02T10:00');
    expect(story.refusal('dispatch', 'officer', at, to(3, 'department'))).toBe('unit.not_allowed');
    expect(story.refusal('dispatch', 'officer', at, to(2, 'other-township'))).toBe('unit.not_allowed');
    expect(story.refusal('dispatch', 'officer', at, to(2, 'township'))).toBeNull();
  });

  it('by an officer does not take a ticket away from a unit above the township', () => {
    const story = new TicketStory(MONDAY, {}, 'officer');
    story.take('dispatch', 'office', november('02T10:00'), to(3, 'department'));
    const at = november('02T11:00');
    expect(story.refusal('dispatch', 'officer', at, to(2, 'township'))).toBe('unit.not_allowed');
    expect(story.refusal('dispatch', 'office', at, to(2, 'township'))).toBeNull();
  });

  it('to the unit that holds it already is refused, also after somebody there has claimed it', () => {
    const story = new TicketStory(MONDAY, {}, 'officer');
    story.take('dispatch', 'office', november('02T10:00'), to(3, 'department'));
    story.take('claim', 'department', november('02T11:00'));
    const at = november('02T12:00');
    expect(story.refusal('dispatch', 'office', at, to(3, 'department'))).toBe('unit.same_holder');
  });

  it('by an officer to a colleague is refused even where the enterprise has no township', () => {
    const story = new TicketStory(MONDAY, {}, 'officer', {
      ...DISTRICT,
      chain: { ...districtChain, townshipId: null },
    });
    const colleague = {
      holder: { tier: 1, unitId: null, personId: 'officer-b' },
      assistUnitIds: [],
    } as const;
    expect(story.refusal('dispatch', 'officer', november('02T10:00'), colleague)).toBe('unit.not_allowed');
  });

  it('of a complaint never goes to the person it is about', () => {
    const story = routed(MONDAY, { aboutPersonId: 'officer' });
    const back = { holder: { tier: 1, unitId: null, personId: 'officer' }, assistUnitIds: [] } as const;
    expect(story.refusal('dispatch', 'office', november('02T10:00'), back)).toBe('unit.not_allowed');
  });

  it('to whom holds it already is refused', () => {
    const story = new TicketStory(MONDAY, {}, 'officer').take('dispatch', 'officer', november('02T10:00'));
    expect(story.refusal('dispatch', 'office', november('02T11:00'))).toBe('unit.same_holder');
  });
});

describe('the second re-dispatch by hand at one tier', () => {
  const again = (story: TicketStory, day: string, unitId: string): TicketStory =>
    story.take('dispatch', 'office', november(`${day}T10:00`), to(2, unitId));
  const dispatched = (): TicketStory => again(new TicketStory(MONDAY, {}, 'officer'), '02', 'township');

  it('raises the ticket, in the same breath and for that cause', () => {
    const story = again(again(dispatched(), '03', 'other-township'), '04', 'township');
    expect(story.types().slice(-2)).toEqual(['dispatched', 'escalated']);
    expect(story.escalations).toMatchObject([
      { fromTier: 2, toTier: 3, cause: 'redispatched', round: 1, seq: 5 },
    ]);
    expect(story.ticket).toMatchObject({ tier: 3, holderUnitId: 'department', handDispatchCount: 0 });
  });

  it('is not made by the first, nor by one to another tier, which begins the count anew', () => {
    const story = again(dispatched(), '03', 'other-township');
    story.take('dispatch', 'office', november('04T10:00'), to(3, 'department'));
    again(again(story, '05', 'township'), '06', 'other-township');
    expect(story.escalations).toEqual([]);
    expect(story.ticket).toMatchObject({ tier: 2, handDispatchCount: 1 });
  });

  it('does not count the automatic route', () => {
    const story = again(routed(MONDAY, { severity: 'complex' }), '03', 'other-township');
    expect(story.ticket).toMatchObject({ handDispatchCount: 1, dispatchCount: 2, tier: 2 });
    expect(story.escalations).toEqual([]);
  });

  it('does not count a rise', () => {
    const story = routed(MONDAY).take('escalate', 'officer', november('03T10:00'));
    again(story, '04', 'other-township');
    expect(story.ticket).toMatchObject({ handDispatchCount: 1, tier: 2 });
    expect(story.escalations).toHaveLength(1);
  });

  it('raises a round only once from the same tier', () => {
    const story = again(again(dispatched(), '03', 'other-township'), '04', 'township');
    again(again(again(story, '05', 'other-township'), '06', 'township'), '09', 'other-township');
    expect(story.escalations).toHaveLength(1);
    expect(story.ticket).toMatchObject({ tier: 2, status: 'dispatched', holderUnitId: 'other-township' });
  });
});
