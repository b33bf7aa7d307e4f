import { november } from '../../../../../test/support/november';
import { districtChain } from '../../../../../test/support/ticket-cast';
import { atOfficer, atTownship, downgrade, ruled, unit } from '../../../../../test/support/ticket-requests';
import { DISTRICT, routed, type TicketStory } from '../../../../../test/support/ticket-stage';

const at = november('03T10:00');
const approved = (input = downgrade(), story = atTownship()): TicketStory =>
  ruled(story.take('request', 'township', at, input), true, 'office', '03T11:00');

describe('a downgrade', () => {
  it('goes one tier down where nothing else is named', () => {
    const story = approved();
    expect(story.ticket).toMatchObject({ status: 'dispatched', tier: 1, holderPersonId: 'officer' });
    expect(story.events.at(-1)).toMatchObject({
      type: 'dispatched',
      data: { tier: 1, because: 'downgrade' },
    });
    expect(story.ticket.severity).toBe('complex');
  });

  it('to a unit that is named must be to a lower tier', () => {
    const story = routed(november('02T09:00'), { severity: 'major' });
    const to = (holder: ReturnType<typeof unit>): string | null =>
      story.refusal('request', 'office', at, downgrade({ to: holder }));
    expect(to(unit(3, 'department'))).toBeNull();
    expect(to(unit(4, 'another-office'))).toBe('downgrade.not_lower');
    expect(to(unit(5, 'city-office'))).toBe('downgrade.not_lower');
  });

  it('to a lighter severity goes where such a problem starts', () => {
    const story = approved(downgrade({ toSeverity: 'consult' }));
    expect(story.ticket).toMatchObject({ severity: 'consult', tier: 1 });
    expect(story.types().slice(-3)).toEqual(['ruled', 'severityLowered', 'dispatched']);
    expect(story.events.at(-2)?.data).toEqual({ from: 'complex', to: 'consult' });
  });

  it('to a lighter severity that starts no lower stays where it is, claimed as it was', () => {
    const story = atOfficer().take('request', 'officer', at, downgrade({ toSeverity: 'consult' }));
    ruled(story, true, 'office', '03T11:00');
    expect(story.ticket).toMatchObject({
      status: 'in_progress',
      severity: 'consult',
      holdings: { length: 1 },
    });
    expect(story.types().at(-1)).toBe('severityLowered');
  });

  it('to the same or a heavier severity is none', () => {
    for (const toSeverity of ['complex', 'major'] as const) {
      expect(atTownship().refusal('request', 'township', at, downgrade({ toSeverity }))).toBe(
        'downgrade.not_lower',
      );
    }
  });

  it('needs somebody below', () => {
    expect(atOfficer().refusal('request', 'officer', at, downgrade())).toBe('downgrade.nobody_below');
    const alone = { ...DISTRICT, chain: { ...districtChain, officerId: null } };
    expect(atTownship({}, alone).refusal('request', 'township', at, downgrade())).toBe(
      'downgrade.nobody_below',
    );
  });

  it('of a complaint never goes down to the officer it is about', () => {
    const story = routed(november('02T09:00'), { aboutPersonId: 'officer' });
    story.take('dispatch', 'office', november('02T10:00'), {
      holder: unit(2, 'township'),
      assistUnitIds: [],
    });
    expect(story.refusal('request', 'township', at, downgrade())).toBe('downgrade.nobody_below');
  });

  it('changes neither the promise nor what has been announced of it', () => {
    const quiet = atTownship();
    expect(approved(downgrade({ toSeverity: 'simple' })).clock('resolve')).toEqual({
      ...quiet.clock('resolve'),
      id: expect.any(String) as string,
    });
  });

  it('asked in time but ruled on after the due time is overtaken: the rise that is near is not put off', () => {
    const story = atTownship().take('request', 'township', november('23T10:00'), downgrade());
    story.sweep(november('24T10:00'));
    const { requests, escalateAt } = story.ticket;
    const ruling = { requestId: requests[0]?.id ?? '', approved: true, note: '同意' };
    expect(story.refusal('rule', 'office', november('24T10:00'), ruling)).toBe('request.overtaken');
    ruled(story, false, 'office', '24T11:00');
    expect(story.ticket).toMatchObject({ tier: 2, escalateAt });
  });
});
