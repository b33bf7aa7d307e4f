import { inNovember, november } from '../../../../test/support/november';
import { districtChain } from '../../../../test/support/ticket-cast';
import { DISTRICT, routed, TicketStory } from '../../../../test/support/ticket-stage';
import { nextCheckAt } from '../ticket/settle';
import { dueEffects } from './due';

const MONDAY = november('02T09:00');
const lamps = (story: TicketStory): string[] =>
  story.events
    .filter((event) => event.type === 'lampChanged')
    .map(
      (event) => `${inNovember(event.at) ?? ''} ${String(event.data['kind'])} ${String(event.data['lamp'])}`,
    );
const climbs = (story: TicketStory): string[] =>
  story.escalations.map(
    (each) => `${inNovember(each.at) ?? ''} ${each.fromTier}→${each.toTier} ${each.cause}`,
  );

describe('what comes due by itself', () => {
  it('is nothing before its time', () => {
    const story = routed(MONDAY);
    const due = nextCheckAt(story.ticket) ?? 0;
    const { ticket } = story;
    expect(story.check(due - 1).ticket).toBe(ticket);
  });

  it('urges an unclaimed ticket once, at one working day', () => {
    const story = routed(MONDAY).sweep(november('09T09:00'));
    const urges = story.events.filter((event) => event.type === 'urged');
    expect(urges.map((event) => inNovember(event.at))).toEqual(['03T17:00']);
    expect(urges[0]?.data['cause']).toBe('unclaimed');
  });

  it('does not urge a ticket claimed at the due instant itself', () => {
    const story = routed(MONDAY).take('claim', 'officer', november('03T17:00')).sweep(november('09T09:00'));
    expect(story.types()).not.toContain('urged');
    expect(story.clock('claim')).toMatchObject({ state: 'stopped', lapsed: false });
  });

  it('announces yellow and red once each for every clock, in the order of their moments', () => {
    const story = routed(MONDAY, { severity: 'consult' }).sweep(november('03T17:00'));
    expect(lamps(story)).toEqual([
      '02T14:50 firstContact yellow',
      '02T17:00 firstContact red',
      '03T14:40 claim yellow',
      '03T14:40 reply yellow',
      '03T14:40 resolve yellow',
      '03T17:00 claim red',
      '03T17:00 reply red',
      '03T17:00 resolve red',
    ]);
  });

  it('announces a lamp afresh when a pause has moved its due time', () => {
    const story = routed(MONDAY).take('claim', 'officer', november('02T10:00')).sweep(november('10T10:00'));
    const yellow = (): string[] => lamps(story).filter((lamp) => lamp.includes('resolve yellow'));
    expect(yellow()).toEqual(['09T14:40 resolve yellow']);
    story.take('requestInfo', 'officer', november('10T10:00'));
    story.take('supplyInfo', 'enterprise', november('12T10:00')).sweep(november('13T16:00'));
    expect(yellow()).toEqual(['09T14:40 resolve yellow', '12T10:00 resolve yellow']);
  });

  it('skips the yellow that a late sweep finds already red', () => {
    const story = routed(MONDAY, { severity: 'consult' }).check(november('04T09:00'));
    expect(story.events.filter((event) => event.data['lamp'] === 'yellow')).toEqual([]);
    expect(story.types().filter((type) => type === 'lampChanged')).toHaveLength(4);
    expect(lamps(story)[0]).toContain('firstContact');
  });

  it('says no yellow after the red when a late ruling grants a day that has passed', () => {
    const story = routed(MONDAY, { severity: 'complex' }).take('claim', 'township', november('02T10:00'));
    story
      .take('request', 'township', november('20T10:00'), {
        ...{ kind: 'extension', reason: '设备在途', newDueOn: '2026-11-24' },
      })
      .sweep(november('25T10:00'))
      .take('rule', 'office', november('25T10:00'));
    const { length } = story.events;
    expect(story.sweep(november('25T10:00')).types(length)).toEqual([]);
    expect(story.clock('resolve')).toMatchObject({ warned: true, lapsed: true });
  });

  it('keeps on record when the promise was due that has passed', () => {
    const story = routed(MONDAY).sweep(november('18T17:00'));
    const promise = story.events.filter(
      ({ type, data }) => type === 'lampChanged' && data['kind'] === 'resolve',
    );
    expect(promise.map(({ data }) => data['dueAt'])).toEqual([undefined, story.clock('resolve').dueAt]);
  });

  it('happens once: a second look at the same instant, or with an older one, changes nothing', () => {
    const story = routed(MONDAY).sweep(november('18T17:00'));
    for (const at of [november('18T17:00'), november('10T17:00')]) {
      const again = dueEffects(story.ticket, story.context('system', at));
      expect(again.ticket).toBe(story.ticket);
      expect(again.events).toEqual([]);
    }
  });
});

describe('an overdue promise', () => {
  it('is supervised and rises one tier at a time, three working days after the later of due time and arrival', () => {
    const story = routed(MONDAY).sweep(Date.parse('2026-12-31T17:00:00+08:00'));
    expect(inNovember(story.clock('resolve').dueAt)).toBe('11T17:00');
    expect(climbs(story)).toEqual([
      '16T17:00 1→2 resolve_overdue',
      '19T17:00 2→3 resolve_overdue',
      '24T17:00 3→4 resolve_overdue',
      '27T17:00 4→5 resolve_overdue',
    ]);
    expect(story.ticket.tier).toBe(5);
  });

  it('goes one tier up even when the sweep comes weeks late, and the next tier has its own three days', () => {
    const story = routed(MONDAY).check(november('26T10:00'));
    expect(climbs(story)).toEqual(['26T10:00 1→2 resolve_overdue']);
    expect(story.ticket.escalateAt).toBe(Date.parse('2026-12-01T17:00:00+08:00'));
  });

  it('passes over a tier whose place is empty, and over one the district does not use', () => {
    const empty = { ...DISTRICT, chain: { ...districtChain, townshipId: null } };
    expect(climbs(routed(MONDAY, {}, empty).sweep(november('16T17:00')))).toEqual([
      '16T17:00 1→3 resolve_overdue',
    ]);
    const short = { ...DISTRICT, chain: { ...districtChain, ladder: [1, 4] as const } };
    expect(climbs(routed(MONDAY, {}, short).sweep(november('27T17:00')))).toEqual([
      '16T17:00 1→4 resolve_overdue',
    ]);
  });

  it('whose place above was emptied meanwhile is supervised where it is, and does not keep the sweep busy', () => {
    const story = routed(MONDAY).sweep(november('13T17:00'));
    const alone = {
      ...story.context('system', november('16T17:00')),
      chain: { ...districtChain, ladder: [1] as const },
    };
    const change = dueEffects(story.ticket, alone);
    expect(change.events.map((event) => event.type)).toEqual(['supervised']);
    expect(change.escalations).toEqual([]);
    expect(change.ticket).toMatchObject({ tier: 1, escalateAt: null });
    expect(nextCheckAt(change.ticket) ?? Infinity).toBeGreaterThan(november('16T17:00'));
  });

  it('is supervised at its new holder, with the tier’s own leg beside it', () => {
    const story = routed(MONDAY).sweep(november('16T17:00'));
    expect(story.clock('supervise')).toMatchObject({ state: 'running', tier: 2, unitId: 'township' });
    expect(story.clock('leg')).toMatchObject({ state: 'running', tier: 2, startedAt: november('16T17:00') });
    expect(story.ticket.clocks.filter((clock) => clock.kind === 'resolve')).toHaveLength(1);
  });

  it('does not rise while it waits for material, and the wait does not count towards its rise', () => {
    const story = routed(MONDAY).take('claim', 'officer', november('02T10:00')).sweep(november('12T09:00'));
    expect(inNovember(story.ticket.escalateAt)).toBe('16T17:00');
    story.take('requestInfo', 'officer', november('12T09:30'));
    expect(story.ticket.escalateAt).toBeNull();
    story.check(november('19T17:00'));
    expect(story.types().at(-1)).toBe('infoLapsed');
    // Six hours of the 12th and five days of seven: so much later than the 16th at closing.
    expect(inNovember(story.ticket.escalateAt)).toBe('24T16:00');
    expect(story.check(november('24T16:00')).types().slice(-2)).toEqual(['escalated', 'supervised']);
  });

  it('does not rise once it has been answered', () => {
    const story = routed(MONDAY).take('claim', 'officer', november('02T10:00')).sweep(november('16T16:59'));
    story.take('answer', 'officer', november('16T16:59')).sweep(november('20T17:00'));
    expect(story.escalations).toEqual([]);
  });
});

describe('at the top of the ladder', () => {
  const atTheTop = (): TicketStory => routed(MONDAY).sweep(november('27T17:00'));
  const reports = (story: TicketStory): string[] =>
    story.events
      .filter((event) => event.type === 'supervised')
      .map((event) => new Date(event.at + 8 * 3_600_000).toISOString().slice(5, 16));

  it('a stage report is asked for ten working days after the last rise, and once only until it is made', () => {
    const story = atTheTop().sweep(Date.parse('2026-12-31T17:00:00+08:00'));
    expect(story.ticket).toMatchObject({ tier: 5, escalateAt: null, reportAsked: true });
    expect(reports(story).slice(4)).toEqual(['12-11T17:00']);
    expect(nextCheckAt(story.ticket)).toBeNull();
  });

  it('a report ends its supervision and the next one is counted from it', () => {
    const story = atTheTop().sweep(Date.parse('2026-12-14T10:00:00+08:00'));
    expect(story.clock('supervise').state).toBe('running');
    story.take('report', 'city', Date.parse('2026-12-14T10:00:00+08:00'), { text: '设备在途' });
    expect(story.clock('supervise').state).toBe('stopped');
    expect(story.ticket).toMatchObject({ reportAsked: false });
    story.sweep(Date.parse('2026-12-31T17:00:00+08:00'));
    expect(reports(story).slice(4)).toEqual(['12-11T17:00', '12-28T17:00']);
  });

  it('a report made before it was asked for puts off the next one', () => {
    const story = atTheTop().take('report', 'city', Date.parse('2026-12-01T10:00:00+08:00'));
    story.sweep(Date.parse('2026-12-31T17:00:00+08:00'));
    expect(reports(story).slice(4)).toEqual(['12-15T17:00']);
  });

  it('an answer without the report leaves nothing owed: the next round is asked for one of its own', () => {
    const december = (dayAndTime: string): number => Date.parse(`2026-12-${dayAndTime}+08:00`);
    const story = atTheTop().sweep(december('14T10:00'));
    expect(story.ticket.reportAsked).toBe(true);
    story.take('claim', 'city', december('14T10:00')).take('answer', 'city', december('14T11:00'));
    story.take('dispute', 'enterprise', december('15T10:00'));
    // Due two working days later, and ten more without an answer.
    expect(new Date(story.clock('resolve').dueAt).toISOString()).toBe('2026-12-17T09:00:00.000Z');
    expect(reports(story.sweep(december('31T17:00'))).slice(4)).toEqual(['12-11T17:00', '12-31T17:00']);
  });

  it('a report that was asked for is not owed by the tier it went down to, nor forgotten when it comes back', () => {
    const story = atTheTop().sweep(Date.parse('2026-12-14T10:00:00+08:00'));
    story.take('dispatch', 'office', Date.parse('2026-12-14T10:00:00+08:00'), {
      holder: { tier: 4, unitId: 'office', personId: null },
      assistUnitIds: [],
    });
    expect(story.ticket.reportAsked).toBe(false);
  });
});

describe('every threshold', () => {
  const days = (count: number) => ({ unit: 'workingDays', count }) as const;
  const strict = {
    ...DISTRICT,
    policy: {
      ...DISTRICT.policy,
      ...{ version: 7, escalateAtRedispatch: 1, escalateAtDispute: 1, reopenMinimum: days(4) },
      ...{ escalateAfterDue: days(1), autoClose: days(2), infoPauseCap: days(3), supervise: days(1) },
    },
  };
  const inHand = (): TicketStory => routed(MONDAY, {}, strict).take('claim', 'officer', november('02T10:00'));

  it('is the policy’s, and the clocks say which one they were promised under', () => {
    const story = inHand();
    expect(new Set(story.ticket.clocks.map((clock) => clock.policyVersion))).toEqual(new Set([7]));
    expect(climbs(inHand().sweep(november('13T09:00')))).toEqual(['12T17:00 1→2 resolve_overdue']);
    story.take('requestInfo', 'officer', november('03T10:00'));
    expect(inNovember(story.ticket.wakeAt)).toBe('06T17:00');
    story.sweep(november('06T17:00')).take('answer', 'officer', november('16T16:00'));
    expect(inNovember(story.ticket.wakeAt)).toBe('18T17:00');
    story.take('dispute', 'enterprise', november('17T10:00'));
    expect(climbs(story)).toEqual(['17T10:00 1→2 disputed_twice']);
    expect(inNovember(story.clock('resolve').dueAt)).toBe('23T17:00');
    story.take('dispatch', 'office', november('17T11:00'), {
      holder: { tier: 2, unitId: 'other-township', personId: null },
      assistUnitIds: [],
    });
    expect(climbs(story).at(-1)).toBe('17T11:00 2→3 redispatched');
    story.take('instruct', 'leader', november('17T14:00'));
    expect(inNovember(story.clock('supervise').dueAt)).toBe('18T17:00');
  });
});

describe('silence', () => {
  it('after an answer closes the ticket at five working days, not rated and never satisfied', () => {
    const story = routed(MONDAY).take('claim', 'officer', november('02T10:00'));
    story.take('answer', 'officer', november('03T10:00')).sweep(november('10T16:59'));
    expect(story.ticket.status).toBe('answered');
    story.sweep(november('10T17:00'));
    expect(story.ticket).toMatchObject({ status: 'closed', verdict: null, wakeAt: null });
    expect(story.events.at(-1)).toMatchObject({
      type: 'closed',
      actor: { kind: 'system' },
      data: { because: 'silence' },
    });
  });

  it('after a request for material ends the pause at its cap', () => {
    const story = routed(MONDAY).take('claim', 'officer', november('02T10:00'));
    story.take('requestInfo', 'officer', november('03T10:00')).sweep(november('10T17:00'));
    expect(story.types().at(-1)).toBe('infoLapsed');
    expect(story.ticket).toMatchObject({ status: 'in_progress', resumeStatus: null, wakeAt: null });
    expect(story.clock('resolve').state).toBe('running');
  });
});
