import { inNovember, november } from '../../../../../test/support/november';
import { districtChain } from '../../../../../test/support/ticket-cast';
import { DISTRICT, routed, TicketStory } from '../../../../../test/support/ticket-stage';

const MONDAY = november('02T09:00');

describe('a problem', () => {
  it('of the enterprise is submitted, simple and normal unless it says otherwise', () => {
    const { ticket, events } = new TicketStory(MONDAY);
    expect(ticket).toMatchObject({
      ...{
        status: 'submitted',
        severity: 'simple',
        urgency: 'normal',
        channel: 'enterprise',
        version: 1,
        round: 1,
      },
      ...{ tier: null, collectedAt: null, clocks: [], holdings: [], submitterId: 'owner' },
    });
    expect(events.map((event) => event.type)).toEqual(['submitted']);
  });

  it('logged by an officer is accepted at once, and waits for a dispatch', () => {
    const story = new TicketStory(MONDAY, {}, 'officer');
    expect(story.ticket).toMatchObject({ status: 'accepted', channel: 'officer', collectedAt: MONDAY });
    expect(story.refusal('route', 'system', MONDAY)).toBe('ticket.wrong_status');
  });

  it.each([
    ['office', 'office'],
    ['leader', 'leader'],
    ['integrator', 'integrator'],
  ] as const)('raised by the %s is submitted and routed like any other', (by, channel) => {
    expect(new TicketStory(MONDAY, {}, by).ticket).toMatchObject({ status: 'submitted', channel });
  });

  it('carries no personal data in its event: that is hashed for ever', () => {
    const [event] = new TicketStory(MONDAY, { contactName: '王敏', contactPhone: '13812345678' }).events;
    expect(JSON.stringify([event?.data, event?.texts])).not.toMatch(/王敏|138|供电/);
  });

  it('remembers who answered for the enterprise on that day', () => {
    expect(new TicketStory(MONDAY).ticket).toMatchObject({
      ...{ townshipId: 'township', departmentId: 'department', officerId: 'officer', leaderId: 'leader' },
    });
  });
});

describe('acceptance', () => {
  it('takes the problem on without starting the promise', () => {
    const story = new TicketStory(MONDAY).take('accept', 'office', november('02T10:00'));
    expect(story.ticket).toMatchObject({ status: 'accepted', collectedAt: november('02T10:00'), clocks: [] });
  });
});

describe('the automatic route', () => {
  it('hands the problem to the starting tier’s holder and says why', () => {
    const story = routed(MONDAY, { severity: 'complex' });
    expect(story.ticket).toMatchObject({ status: 'dispatched', tier: 2, holderUnitId: 'township' });
    expect(story.events.at(-1)).toMatchObject({ type: 'routed', data: { tier: 2, why: 'complex:township' } });
  });

  it('starts claim, first contact, reply and promise; the officer’s tier has no leg of its own', () => {
    const story = routed(MONDAY);
    const due = story.ticket.clocks.map((clock) => `${clock.kind} ${inNovember(clock.dueAt) ?? ''}`);
    expect(due).toEqual(['claim 03T17:00', 'firstContact 03T17:00', 'reply 05T17:00', 'resolve 11T17:00']);
    expect(story.ticket.policyVersion).toBe(1);
  });

  it('promises an urgent problem a first contact in two office hours and a reply in a day', () => {
    const story = routed(MONDAY, { urgency: 'urgent' });
    expect(inNovember(story.clock('firstContact').dueAt)).toBe('02T11:00');
    expect(inNovember(story.clock('reply').dueAt)).toBe('03T17:00');
    expect(inNovember(story.clock('resolve').dueAt)).toBe('11T17:00');
  });

  it('leaves the problem to the triage desk, with the reason, when the place is empty', () => {
    const story = routed(MONDAY, {}, { ...DISTRICT, chain: { ...districtChain, officerId: null } });
    expect(story.ticket).toMatchObject({
      status: 'submitted',
      tier: null,
      triageReason: 'route.no_officer',
      clocks: [],
    });
    expect(story.types()).toEqual(['submitted', 'triaged']);
    story.take('dispatch', 'office', november('02T10:00'));
    expect(story.ticket).toMatchObject({ status: 'dispatched', triageReason: null });
  });
});

describe('a rejection', () => {
  it('quotes one of the listed grounds and tells the enterprise', () => {
    const story = new TicketStory(MONDAY);
    const known = { explanation: '说明', knownGrounds: ['out_of_scope'] };
    const at = november('02T10:00');
    expect(story.refusal('reject', 'officer', at, { ground: 'because', ...known })).toBe(
      'rejection.unknown_ground',
    );
    story.take('reject', 'officer', at, { ground: 'out_of_scope', ...known });
    expect(story.ticket).toMatchObject({ status: 'rejected', closedAt: at });
  });

  it('of a dispatched problem is the office’s alone, and ends its clocks and its hop', () => {
    const story = routed(MONDAY);
    expect(story.refusal('reject', 'officer', november('02T10:00'))).toBe('ticket.not_permitted');
    story.take('reject', 'office', november('02T10:00'));
    expect(story.ticket.clocks.every((clock) => clock.state === 'stopped')).toBe(true);
    expect(story.ticket.holdings.every((hop) => hop.toAt !== null)).toBe(true);
  });
});

describe('a claim', () => {
  it('names the person of the unit, in the hop as well', () => {
    const story = routed(MONDAY, { severity: 'complex' }).take(
      'claim',
      'townshipColleague',
      november('02T10:00'),
    );
    expect(story.ticket).toMatchObject({
      status: 'in_progress',
      holderUnitId: 'township',
      holderPersonId: 'zhao',
    });
    expect(story.ticket.holdings).toMatchObject([{ unitId: 'township', personId: 'zhao' }]);
    expect(story.clock('claim').state).toBe('stopped');
  });

  it('is the holder’s alone: not another unit’s, not the office’s, not the officer’s', () => {
    const story = routed(MONDAY, { severity: 'complex' });
    for (const by of ['otherTownship', 'department', 'office', 'officer', 'leader', 'enterprise'] as const) {
      expect([by, story.refusal('claim', by, november('02T10:00'))]).toEqual([by, 'ticket.not_holder']);
    }
  });

  it('is made once', () => {
    const story = routed(MONDAY).take('claim', 'officer', november('02T10:00'));
    expect(story.refusal('claim', 'officer', november('02T10:01'))).toBe('ticket.wrong_status');
  });
});
