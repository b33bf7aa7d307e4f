import {
  districtCalendar,
  districtHours,
  inNovember,
  november,
  workingDays,
} from '../../../../test/support/november';
import { districtPolicy } from '../../../../test/support/ticket-cast';
import { faultsOf } from '../../../../test/support/ticket-invariants';
import { questions } from '../../../../test/support/ticket-moves';
import {
  atOfficer,
  atTownship,
  extension,
  ruled,
  suspension,
} from '../../../../test/support/ticket-requests';
import { routed, type Terms, type TicketStory } from '../../../../test/support/ticket-stage';
import { noticeRule } from '../notice/notices';
import { workingCalendar, type Policy, type WorkingCalendar } from '../sla';
import { clockMoves } from './clock-moves';
import { STATUSES } from './axes';
import { followsRules } from './under-rules';

const closedOn = (...holidays: readonly string[]): WorkingCalendar =>
  workingCalendar({ ...districtHours, holidays });
const onThe4th = { calendar: closedOn('2026-11-04') };
const due = (story: TicketStory, kind: 'resolve' | 'claim' | 'leg' = 'resolve') =>
  inNovember(story.clock(kind).dueAt);
const last = (story: TicketStory) => story.events.at(-1);
/** The lamps that somebody was told of. */
const lampsTold = ({ events }: TicketStory): string[] =>
  events
    .filter((event) => event.type === 'lampChanged' && noticeRule(event) !== null)
    .map(({ data }) => `${String(data['kind'])} ${String(data['lamp'])}`);

describe('a running ticket under a changed calendar', () => {
  it('has its live clocks moved and says so once, from when to when', () => {
    const story = atTownship().comeUnder(onThe4th, november('03T10:00'));
    expect([due(story), due(story, 'leg'), story.ticket.calendarVersion]).toEqual([
      '24T17:00',
      '10T17:00',
      2,
    ]);
    expect(last(story)).toMatchObject({
      ...{ type: 'rescheduled', actor: { kind: 'system' } },
      data: {
        ...{ fromCalendarVersion: 1, calendarVersion: 2, promise: true, confirmed: [] },
        kinds: ['leg', 'reply', 'resolve'],
      },
    });
    const promise = story.clock('resolve');
    expect(clockMoves(promise.id, story.events)).toMatchObject([
      { at: november('03T10:00'), dueBefore: november('23T17:00'), dueAfter: november('24T17:00') },
    ]);
    expect(clockMoves(story.clock('claim').id, story.events)).toEqual([]);
  });

  it('leaves what has stopped on the calendar it was counted on', () => {
    const story = atTownship().comeUnder({ calendar: closedOn('2026-11-03') }, november('03T10:00'));
    expect(
      story.ticket.clocks.map(({ kind, calendarVersion }) => `${kind} ${String(calendarVersion)}`),
    ).toEqual(['claim 1', ...['leg 2', 'firstContact 2', 'reply 2', 'resolve 2']]);
    expect(due(story, 'claim')).toBe('03T17:00');
    expect(faultsOf(story)).toEqual([]);
  });

  it('notes the version without an event where nothing moves', () => {
    const story = atTownship();
    const before = story.events.length;
    story.comeUnder({ calendar: closedOn('2026-12-24') }, november('03T10:00'));
    expect([story.events.length, story.ticket.calendarVersion]).toEqual([before, 2]);
  });

  it('is the same however often, and over however many versions, it is brought there', () => {
    const [second, third] = [closedOn('2026-11-04'), closedOn('2026-11-04', '2026-11-09')];
    const at = november('03T10:00');
    const twice = atTownship().comeUnder({ calendar: second }, at).comeUnder({ calendar: third }, at);
    const once = atTownship().comeUnder({ calendar: third }, at);
    const due = ({ ticket }: TicketStory) => ticket.clocks.map(({ dueAt, warnAt }) => [dueAt, warnAt]);
    expect(due(twice)).toEqual(due(once));
    const events = once.events.length;
    once.comeUnder({ calendar: third }, at);
    expect(once.events).toHaveLength(events);
  });

  it('grants an extension again, and a pause what it had given back', () => {
    const extended = atOfficer().take('request', 'officer', november('03T10:00'), extension('2026-11-18'));
    ruled(extended, true, 'office', '03T11:00').comeUnder(onThe4th, november('03T14:00'));
    expect(due(extended)).toBe('19T17:00');
    const paused = atOfficer().take('requestInfo', 'officer', november('03T10:00'));
    paused.comeUnder(onThe4th, november('03T14:00'));
    paused.take('supplyInfo', 'enterprise', november('05T10:00'));
    // Of the pause the 4th was nobody’s time: seven hours of the 3rd and the 5th are given back.
    expect(due(paused)).toBe('13T17:00');
  });

  it('learns that a due time has become certain, and tells nobody', () => {
    const guess = workingCalendar({ ...districtHours, publishedThrough: '2026-11-05' });
    const story = atOfficer({}, { ...story0.terms, calendar: guess });
    expect(story.clock('resolve').provisional).toBe(true);
    story.comeUnder({ calendar: districtCalendar }, november('03T10:00'));
    expect(last(story)).toMatchObject({
      type: 'rescheduled',
      data: { clockIds: [], confirmed: [story.clock('resolve').id] },
    });
    expect(noticeRule({ type: 'rescheduled', data: last(story)?.data ?? {} })).toBeNull();
    expect(story.clock('resolve').provisional).toBe(false);
  });
});

const story0 = atOfficer();

describe('what has been told', () => {
  it('is not told a second time when the due time moves back and passes again', () => {
    const story = atOfficer().sweep(november('11T17:00'));
    expect(story.clock('resolve')).toMatchObject({ warned: true, lapsed: true });
    const told = lampsTold(story);
    story.comeUnder({ calendar: closedOn('2026-11-11', '2026-11-12') }, november('11T17:00'));
    expect(due(story)).toBe('13T17:00');
    expect(story.clock('resolve')).toMatchObject({ lapsed: false, warned: true, hushed: 'red' });
    story.sweep(november('13T17:00'));
    expect(story.clock('resolve')).toMatchObject({ lapsed: true, hushed: 'red' });
    expect(lampsTold(story)).toEqual(told);
    expect(story.events.filter(({ data }) => data['again'] === true)).toMatchObject([
      { type: 'lampChanged', data: { kind: 'resolve', lamp: 'red' } },
    ]);
  });

  it('leaves the red lamp to be told where only the yellow one was', () => {
    const story = atOfficer().sweep(november('10T17:00'));
    expect(story.clock('resolve')).toMatchObject({ warned: true, lapsed: false });
    story.comeUnder({ calendar: closedOn('2026-11-11') }, november('10T17:00')).sweep(november('12T17:00'));
    expect(lampsTold(story).filter((lamp) => lamp.startsWith('resolve'))).toEqual([
      'resolve yellow',
      'resolve red',
    ]);
  });

  it('is told again where a person grants new time', () => {
    const story = atOfficer().sweep(november('10T17:00'));
    story.comeUnder({ calendar: closedOn('2026-11-11') }, november('10T17:00'));
    story.take('request', 'officer', november('10T17:00'), extension('2026-11-18'));
    ruled(story, true, 'office', '12T09:00');
    expect(story.clock('resolve').hushed).toBe('none');
    story.sweep(november('18T17:00'));
    expect(lampsTold(story).filter((lamp) => lamp === 'resolve yellow')).toHaveLength(2);
  });

  it('holds for the policy’s triggers as well', () => {
    const story = routed(november('02T09:00')).sweep(november('03T17:00'));
    const urged = (): number => story.types().filter((type) => type === 'urged').length;
    expect(urged()).toBe(1);
    story.comeUnder({ calendar: closedOn('2026-11-03') }, november('03T17:00')).sweep(november('05T17:00'));
    expect([due(story, 'claim'), urged()]).toEqual(['04T17:00', 1]);
  });

  it('is told at once where a due time comes to lie in the past', () => {
    const story = atOfficer({}, { ...story0.terms, calendar: closedOn('2026-11-04', '2026-11-05') });
    const told = lampsTold(story).length;
    story.check(november('12T09:00')).comeUnder({ calendar: districtCalendar }, november('12T09:00'));
    expect(due(story)).toBe('11T17:00');
    story.check(november('12T09:00'));
    expect(lampsTold(story).slice(told)).toContain('resolve red');
  });

  it('stays when a ticket has risen and would not have by now', () => {
    const story = atOfficer().sweep(november('16T17:00'));
    expect(story.ticket.tier).toBe(2);
    story.comeUnder({ calendar: closedOn('2026-11-11', '2026-11-12') }, november('16T17:00'));
    expect([story.ticket.tier, story.escalations.length]).toEqual([2, 1]);
    story.sweep(november('18T17:00'));
    expect(story.escalations).toHaveLength(1);
  });
});

describe('what is waited for', () => {
  it('a ruling has as long as it had, what stood in between included', () => {
    const story = atTownship().take('request', 'township', november('03T10:00'), suspension('2026-11-10'));
    story.comeUnder(onThe4th, november('03T11:00'));
    expect(inNovember(story.ticket.requests[0]?.ruleBy ?? null)).toBe('05T17:00');
  });

  it('a review date stays, and moves on when its day has become none', () => {
    const asked = atTownship().take('request', 'township', november('03T10:00'), suspension('2026-11-10'));
    const story = ruled(asked, true, 'office', '03T14:00').comeUnder(onThe4th, november('03T15:00'));
    expect(inNovember(story.ticket.wakeAt)).toBe('10T08:30');
    story.comeUnder({ calendar: closedOn('2026-11-10') }, november('03T15:00'));
    expect(inNovember(story.ticket.wakeAt)).toBe('11T08:30');
  });

  it('the silence after an answer and the wait for material are as long as they were', () => {
    const answered = atOfficer().take('answer', 'officer', november('03T10:00'));
    expect(inNovember(answered.ticket.wakeAt)).toBe('10T17:00');
    // However late it comes under the rules, and though the day had passed.
    answered.comeUnder(onThe4th, november('06T10:00'));
    expect(inNovember(answered.ticket.wakeAt)).toBe('11T17:00');
    const asked = atOfficer().take('requestInfo', 'officer', november('03T10:00'));
    expect(inNovember(asked.comeUnder(onThe4th, november('05T10:00')).ticket.wakeAt)).toBe('11T17:00');
  });

  it('other hours of the day leave a closing a closing', () => {
    const longer = Object.fromEntries(
      Object.entries(districtHours.weekly).map(([day]) => [day, [['08:30', '17:30'] as const]]),
    );
    const story = atOfficer().take('answer', 'officer', november('03T10:00'));
    story.comeUnder(
      { calendar: workingCalendar({ ...districtHours, weekly: longer }) },
      november('04T10:00'),
    );
    expect([inNovember(story.ticket.wakeAt), due(story)]).toEqual(['10T17:30', '11T17:30']);
  });

  it('an item, and what a conference decided, are due at the closing of their day or of the one before', () => {
    const story = atTownship({ items: questions(1, november('02T09:00')) });
    story.take('planItems', 'office', november('02T11:00'), { plan: [{ item: 1, dueOn: '2026-11-06' }] });
    story.take('convene', 'township', november('02T14:00'), {
      ...{ subject: '迁改', heldAt: november('03T09:00'), unitIds: ['department'] },
    });
    story.take('conclude', 'township', november('03T10:00'), {
      ...{ conference: 1, minutes: '各方发言', decision: '由部门迁改' },
      followUps: [{ what: '迁改', unitId: 'department', dueOn: '2026-11-06' }],
    });
    story.comeUnder({ calendar: closedOn('2026-11-06') }, november('03T14:00'));
    const { items, followUps } = story.ticket;
    expect([...items, ...followUps].map(({ dueAt }) => inNovember(dueAt))).toEqual(['05T17:00', '05T17:00']);
  });
});

describe('a policy that takes running tickets with it', () => {
  const shorter: Policy = {
    ...districtPolicy,
    version: 2,
    bySeverity: {
      ...districtPolicy.bySeverity,
      simple: { ...districtPolicy.bySeverity.simple, resolve: workingDays(5) },
    },
  };

  it('grants from the start what it promises now, and says which it was before', () => {
    const story = atOfficer().comeUnder({ policy: shorter }, november('03T10:00'));
    expect([due(story), story.ticket.policyVersion]).toEqual(['09T17:00', 2]);
    expect(last(story)?.data).toMatchObject({ fromPolicyVersion: 1, policyVersion: 2, kinds: ['resolve'] });
  });

  it('leaves a due time that was set by hand', () => {
    const story = atTownship().take('supervise', 'office', november('03T10:00'), {
      ...{ instruction: '限期', dueOn: '2026-11-12' },
    });
    const policy = { ...shorter, supervise: workingDays(1) };
    story.comeUnder({ policy }, november('03T11:00'));
    expect(inNovember(story.clock('supervise').dueAt)).toBe('12T17:00');
  });

  it('leaves a ruling that is waited for as it was promised, then and under a later calendar', () => {
    const story = atTownship().take('request', 'township', november('03T10:00'), suspension('2026-11-10'));
    story.comeUnder({ policy: { ...shorter, rulingWithin: workingDays(4) } }, november('03T11:00'));
    expect(inNovember(story.ticket.requests[0]?.ruleBy ?? null)).toBe('04T17:00');
    story.comeUnder(onThe4th, november('03T11:00'));
    expect(inNovember(story.ticket.requests[0]?.ruleBy ?? null)).toBe('05T17:00');
  });

  it('promises nothing where nothing was promised yet', () => {
    const story = routed(november('02T09:00'), {}, { ...story0.terms, chain: nobody });
    expect(story.ticket.policyVersion).toBeNull();
    story.comeUnder({ policy: shorter, ...onThe4th }, november('03T10:00'));
    expect(story.ticket).toMatchObject({ policyVersion: null, calendarVersion: 2, clocks: [] });
  });
});

const nobody: Terms['chain'] = {
  ...story0.terms.chain,
  officerId: null,
  townshipId: null,
  departmentId: null,
};

describe('a ticket at an end', () => {
  it('follows no rules any more; everything else does', () => {
    expect(STATUSES.filter((status) => !followsRules({ status }))).toEqual([
      'closed',
      'rejected',
      'withdrawn',
    ]);
  });
});
