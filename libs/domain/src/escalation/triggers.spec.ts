import { november, inNovember } from '../../../../test/support/november';
import { DISTRICT, routed, type Terms, TicketStory } from '../../../../test/support/ticket-stage';
import { parsePolicy, type Trigger } from '../sla';
import { noticeRule } from '../notice';
import { nextCheckAt } from '../ticket/settle';
import { dueEffects } from './due';
import { explainEscalation } from './explain-escalation';

const MONDAY = november('02T09:00');
const days = (count: number) => ({ unit: 'workingDays', count }) as const;
const minutes = (count: number) => ({ unit: 'workingMinutes', count }) as const;

const policyWith = (...triggers: readonly Trigger[]): Terms => {
  const policy = { ...DISTRICT.policy, triggers };
  expect(parsePolicy(policy)).toMatchObject({ ok: true });
  return { ...DISTRICT, policy };
};
/** The district's promise of a simple problem is due on the 11th at closing, its claim on the 3rd. */
const promise = (over: Partial<Trigger> = {}): Trigger => ({
  ...{ code: 'soon', clock: 'resolve', side: 'before', offset: days(2), effect: 'remind' },
  ...over,
});
const happened = (story: TicketStory, ...types: string[]): string[] =>
  story.events
    .filter(({ type }) => types.includes(type))
    .map(({ at, type, data }) => `${inNovember(at) ?? ''} ${type} ${String(data['cause'] ?? '')}`.trim());
const claimed = (terms: Terms): TicketStory =>
  routed(MONDAY, {}, terms).take('claim', 'officer', november('02T10:00'));

describe('a trigger of the policy', () => {
  it('happens before or after the due time, in working time', () => {
    const terms = policyWith(
      promise(),
      promise({ code: 'an_hour', offset: minutes(60) }),
      promise({ code: 'now', side: 'after', offset: days(0), effect: 'urge' }),
      promise({ code: 'a_day_late', side: 'after', offset: days(1), effect: 'supervise' }),
      promise({ code: 'an_hour_late', side: 'after', offset: minutes(60), effect: 'urge' }),
    );
    // Two days before the closing of the 11th are the closing of the 9th: no time counts in the night between.
    expect(happened(claimed(terms).sweep(november('13T09:00')), 'reminded', 'urged', 'supervised')).toEqual([
      '09T17:00 reminded soon',
      '11T16:00 reminded an_hour',
      '11T17:00 urged now',
      '12T09:30 urged an_hour_late',
      '12T17:00 supervised a_day_late',
    ]);
  });

  it('is for the severities it names, and for all when it names none', () => {
    const terms = policyWith(
      promise({ severities: ['complex', 'major'] }),
      promise({ code: 'all', offset: days(1) }),
    );
    const told = (severity: 'simple' | 'complex') =>
      happened(routed(MONDAY, { severity }, terms).sweep(november('30T17:00')), 'reminded').map((line) =>
        line.slice(9),
      );
    expect(told('simple')).toEqual(['reminded all']);
    expect(told('complex')).toEqual(['reminded soon', 'reminded all']);
  });

  it('of a district that has none leaves an unclaimed ticket alone', () => {
    expect(routed(MONDAY, {}, policyWith()).sweep(november('13T09:00')).types()).not.toContain('urged');
  });

  it('happens once, whenever and however often the sweep looks', () => {
    const terms = policyWith(
      promise(),
      promise({ code: 'now', side: 'after', offset: days(0), effect: 'urge' }),
    );
    const story = claimed(terms).sweep(november('12T09:00'));
    for (const at of [november('09T17:00'), november('12T09:00'), november('13T09:00')]) {
      expect(dueEffects(story.ticket, story.context('system', at)).ticket).toBe(story.ticket);
    }
    expect(happened(story, 'reminded', 'urged')).toHaveLength(2);
  });

  it('is what the sweep looks for next', () => {
    const story = claimed(policyWith(promise({ offset: days(5) }))).sweep(november('03T17:00'));
    expect(inNovember(story.ticket.triggerAt)).toBe('04T17:00');
    expect(nextCheckAt(story.ticket)).toBe(november('04T17:00'));
  });

  it('reminds nobody of what has just begun, nor beforehand of what has passed', () => {
    const longBefore = routed(MONDAY, {}, policyWith(promise({ offset: days(30) })));
    expect(longBefore.ticket.triggerAt).toBeNull();
    const late = claimed(policyWith(promise())).check(november('12T09:00'));
    expect(late.types()).not.toContain('reminded');
    expect(late.ticket.triggerAt).toBeNull();
  });

  it('waits while its clock stands, and a later due time has its own moments', () => {
    const story = claimed(policyWith(promise())).sweep(november('09T17:00'));
    story
      .take('requestInfo', 'officer', november('10T09:00'))
      .take('supplyInfo', 'enterprise', november('12T09:00'));
    story.sweep(november('30T09:00'));
    expect(inNovember(story.clock('resolve').dueAt)).toBe('13T17:00');
    expect(happened(story, 'reminded')).toEqual(['09T17:00 reminded soon', '12T09:00 reminded soon']);
  });

  it('that has happened to an overdue clock does not happen again when a pause ends', () => {
    const story = claimed(
      policyWith(promise({ code: 'now', side: 'after', offset: days(0), effect: 'urge' })),
    );
    story.sweep(november('12T09:00')).take('requestInfo', 'officer', november('12T10:00'));
    story.take('supplyInfo', 'enterprise', november('13T10:00')).sweep(november('16T10:00'));
    expect(happened(story, 'urged')).toEqual(['11T17:00 urged now']);
  });

  it('of a clock that stops in time never happens', () => {
    const unclaimed = {
      ...promise(),
      code: 'unclaimed',
      clock: 'claim',
      side: 'after',
      offset: days(1),
    } as const;
    const story = routed(MONDAY, {}, policyWith({ ...unclaimed, effect: 'escalate' }));
    expect(inNovember(story.ticket.triggerAt)).toBe('04T17:00');
    story.take('claim', 'officer', november('04T16:59')).sweep(november('06T17:00'));
    expect(story.escalations).toEqual([]);
  });
});

describe('a trigger that raises', () => {
  const overdueLeg = { ...promise(), code: 'slow', clock: 'leg', side: 'after', offset: days(1) } as const;
  const raising = policyWith({ ...overdueLeg, effect: 'escalate' });
  const atTownship = (): TicketStory =>
    routed(MONDAY, { severity: 'complex' }, raising).take('claim', 'township', november('02T10:00'));

  it('does so from every tier whose own time is over, once from each, and says on what it went', () => {
    const story = atTownship().sweep(november('20T09:00'));
    // The township has five working days, to the 9th; the department seven, to the 19th.
    expect(happened(story, 'escalated')).toEqual(['10T17:00 escalated leg_overdue']);
    const { data } = story.events.find(({ type }) => type === 'escalated') ?? { data: {} };
    expect(explainEscalation(data, DISTRICT.calendar)).toMatchObject({
      rule: 'triggers',
      values: {
        trigger: 'slow',
        after: '1 workingDays',
        dueAt: november('09T17:00'),
        reachedAt: november('10T17:00'),
      },
      text: expect.stringContaining('本级时限') as string,
    });
    expect(happened(story.sweep(november('20T17:00')), 'escalated')).toEqual([
      '10T17:00 escalated leg_overdue',
      '20T17:00 escalated leg_overdue',
    ]);
    expect(story.ticket).toMatchObject({ tier: 4, escalationKeys: ['1:2:leg_overdue', '1:3:leg_overdue'] });
  });

  it('supervises instead when it has raised from this tier before, and at the top', () => {
    const story = atTownship().sweep(november('10T17:00'));
    story.take('dispatch', 'office', november('11T09:00'), {
      holder: { tier: 2, unitId: 'other-township', personId: null },
      assistUnitIds: [],
    });
    story.sweep(november('19T17:00'));
    expect(happened(story, 'escalated', 'supervised')).toEqual([
      '10T17:00 escalated leg_overdue',
      '19T17:00 supervised slow',
    ]);
    expect(story.ticket.tier).toBe(2);
    const alone = { ...raising, chain: { ...raising.chain, ladder: [2] as const } };
    const top = routed(MONDAY, { severity: 'complex' }, alone).take(
      'claim',
      'township',
      november('02T10:00'),
    );
    expect(happened(top.sweep(november('10T17:00')), 'supervised')).toEqual(['10T17:00 supervised slow']);
  });

  it('passes over what else was due on the clocks that ended with the rise', () => {
    const also = { ...overdueLeg, code: 'also', offset: days(2), effect: 'urge' } as const;
    const both = policyWith({ ...overdueLeg, effect: 'escalate' }, also);
    const story = routed(MONDAY, { severity: 'complex' }, both).take(
      'claim',
      'township',
      november('02T10:00'),
    );
    // One late look finds both moments; the second was of a time that had ended by then.
    story.check(november('13T09:00'));
    expect(happened(story, 'escalated', 'urged')).toEqual(['13T09:00 escalated leg_overdue']);
  });
});

describe('what a severity sets of its own', () => {
  it('decides when it rises', () => {
    const { policy } = DISTRICT;
    const escalation = { afterDue: days(1), atDispute: 1 } as const;
    const bySeverity = { ...policy.bySeverity, simple: { ...policy.bySeverity.simple, escalation } };
    const terms = { ...DISTRICT, policy: { ...policy, bySeverity } };
    expect(inNovember(claimed(terms).ticket.escalateAt)).toBe('12T17:00');
    const disputed = claimed(terms).take('answer', 'officer', november('03T10:00'));
    disputed.take('dispute', 'enterprise', november('04T10:00'));
    expect(disputed.escalations.map(({ cause }) => cause)).toEqual(['disputed_twice']);
  });
});

describe('who hears of a trigger', () => {
  const of = (type: 'reminded' | 'urged', data: Record<string, string>) => noticeRule({ type, data });

  it('is whoever owes it, with the deadline and on which side of it; of an urging the officer too', () => {
    expect(of('reminded', { kind: 'reply', side: 'before' })).toMatchObject({
      to: ['holder'],
      text: '提醒：阶段反馈时限将至，请尽快办理',
    });
    expect(of('reminded', { kind: 'leg', side: 'after' })?.text).toBe('提醒：本级时限已过，请尽快办理');
    expect(of('urged', { kind: 'leg' })?.to).toEqual(['holder', 'officer']);
  });
});
