import { districtCalendar, inNovember, november } from '../../../../test/support/november';
import { districtPolicy } from '../../../../test/support/ticket-cast';
import {
  act,
  DISTRICT,
  routed,
  TicketStory,
  type Inputs,
  type Said,
} from '../../../../test/support/ticket-stage';
import { chainReport, type ChainReport } from '../responsibility/chain-report';
import { deadlineOf, overdueMs, pausedMs, workingTime } from '../sla';
import { measuresOf } from '../statistics/measures';

const HOUR = 3_600_000;
const MONDAY = november('02T09:00');
/** A simple problem, claimed by the officer; due on the 11th at closing. */
const inHand = (said: Said = {}): TicketStory =>
  routed(MONDAY, said).take('claim', 'officer', november('02T10:00'));
/** A complex problem, claimed at the township; due on the 23rd. */
const atTownship = (said: Said = {}): TicketStory =>
  routed(MONDAY, { severity: 'complex', ...said }).take('claim', 'township', november('02T10:00'));
const chain = (story: TicketStory, at: number): ChainReport =>
  chainReport(story.ticket, districtCalendar, at);

const EXTENSION: Inputs['request'] = { kind: 'extension', reason: '待外购', newDueOn: '2026-11-18' };
const SUSPENSION: Inputs['request'] = { kind: 'suspension', reason: '待批复', reviewOn: '2026-11-10' };
const RETURN = (unitId: string): Inputs['request'] => ({
  ...{ kind: 'return', reason: '非本单位职责', basis: '三定方案' },
  to: { tier: 2, unitId, personId: null },
});

describe('what others get wrong: rounds and hands', () => {
  test('a reopening does not restart a full clock: the promise runs on with what remained', () => {
    const story = inHand().take('answer', 'officer', november('04T10:00'));
    story.take('confirm', 'enterprise', november('05T10:00')).take('reopen', 'office', november('09T10:00'));
    expect(story.ticket.clocks.filter(({ kind }) => kind === 'resolve')).toHaveLength(1);
    // Due on the 11th, stood still for three working days; seven new days would end on the 18th.
    expect(inNovember(story.clock('resolve').dueAt)).toBe('16T17:00');
  });

  test('a reopening leaves at least the policy’s minimum, to the holder’s own clock as well', () => {
    const story = atTownship().sweep(november('24T09:00')).take('answer', 'township', november('24T10:00'));
    story.take('confirm', 'enterprise', november('24T11:00')).take('reopen', 'office', november('24T14:00'));
    expect(inNovember(story.clock('resolve').dueAt)).toBe('26T17:00');
    expect(story.ticket.clocks.filter(({ kind }) => kind === 'leg')).toHaveLength(1);
    expect(inNovember(story.clock('leg').dueAt)).toBe('26T17:00');
  });

  test('an assignment does not restart the promise, by whichever way it comes about', () => {
    const story = atTownship();
    const promise = story.clock('resolve');
    story.take('request', 'township', november('02T11:00'), RETURN('other-township'));
    story.take('rule', 'office', november('02T14:00'));
    story.take('escalate', 'otherTownship', november('03T10:00'));
    story.take('dispatch', 'office', november('04T10:00'), {
      holder: { tier: 2, unitId: 'task-force', personId: null },
      assistUnitIds: ['township'],
    });
    expect(story.ticket.holdings).toHaveLength(4);
    expect(story.clock('resolve')).toEqual(promise);
  });

  test('a return above the limit raises the tier instead of moving on', () => {
    const story = atTownship().take('request', 'township', november('02T11:00'), RETURN('other-township'));
    story.take('rule', 'office', november('02T14:00'));
    story.take('request', 'otherTownship', november('02T15:00'), RETURN('task-force'));
    story.take('rule', 'office', november('02T16:00'));
    story.take('request', 'taskForce', november('03T09:00'), RETURN('township'));
    story.take('rule', 'office', november('03T10:00'));
    expect(districtPolicy.mostReturns).toBe(2);
    expect(story.escalations).toMatchObject([{ cause: 'returned', fromTier: 2, toTier: 3 }]);
    expect(story.ticket).toMatchObject({ returnCount: 3, tier: 3, holderUnitId: 'department' });
    expect(story.types().slice(-2)).toEqual(['ruled', 'escalated']);
  });

  test('a holder’s overrun stays on record when the ticket goes to another by a return', () => {
    const story = atTownship().sweep(november('26T17:00'));
    expect(story.ticket).toMatchObject({ tier: 3, holderUnitId: 'department' });
    story.take('request', 'department', november('27T09:00'), RETURN('other-township'));
    story.take('rule', 'office', november('27T10:00'));
    const { links, total } = chain(story, november('27T11:00'));
    expect(links.map(({ unitId, overdueSeconds }) => [unitId, overdueSeconds / 3_600])).toEqual([
      ['township', 21],
      ['department', 1.5],
      ['other-township', 1],
    ]);
    expect(total.overdueSeconds).toBe(23.5 * 3_600);
  });

  test('a holder’s overrun stays on record through a reopening and an extension', () => {
    const story = inHand().sweep(november('12T10:30')).take('answer', 'officer', november('12T10:30'));
    story.take('confirm', 'enterprise', november('12T11:00')).take('reopen', 'office', november('12T14:00'));
    const late = (at: string): number => chain(story, november(at)).total.overdueSeconds / 3_600;
    expect(late('12T15:00')).toBe(2);
    story.take('request', 'officer', november('13T09:00'), { ...EXTENSION, newDueOn: '2026-11-20' });
    story.take('rule', 'office', november('13T10:00'));
    expect(inNovember(story.clock('resolve').dueAt)).toBe('20T17:00');
    expect(late('20T17:00')).toBe(2);
    expect(
      chain(story, november('20T17:00')).rounds.map(({ overdueSeconds }) => overdueSeconds / 3_600),
    ).toEqual([2, 0]);
    story.take('answer', 'officer', november('18T10:00')).take('confirm', 'enterprise', november('18T11:00'));
    expect(measuresOf(story.ticket)).toMatchObject({ closedOnTime: 0, onTimeWithoutExtension: 0 });
  });

  test('a lead cannot answer while an assistant’s opinion is outstanding', () => {
    const story = inHand().take('assist', 'officer', november('03T10:00'));
    expect(story.refusal('answer', 'officer', november('03T11:00'))).toBe('assist.outstanding');
    story.take('giveOpinion', 'otherTownship', november('03T14:00'));
    expect(story.refusal('answer', 'officer', november('03T15:00'))).toBeNull();
  });

  test('a silent closing is never “satisfied”', () => {
    const story = inHand().take('answer', 'officer', november('04T10:00')).sweep(november('11T17:00'));
    expect(story.ticket).toMatchObject({ status: 'closed', verdict: null });
    expect(measuresOf(story.ticket)).toMatchObject({
      ...{ closed: 1, notRated: 1 },
      ...{ satisfied: 0, rated: 0, confirmedByEnterprise: 0 },
    });
    expect(story.ticket.rounds).toMatchObject([{ solved: null, rating: null }]);
  });
});

describe('what others get wrong: time', () => {
  test('a pause while already overdue neither moves the due time nor grows the overrun', () => {
    const story = inHand().sweep(november('12T09:30'));
    const dueAt = november('11T17:00');
    const overrun = (at: string): number =>
      overdueMs(story.clock('resolve'), november(at), districtCalendar) / HOUR;
    story.take('requestInfo', 'officer', november('12T09:30'));
    expect([story.clock('resolve').dueAt, overrun('16T10:00')]).toEqual([dueAt, 1]);
    story.take('supplyInfo', 'enterprise', november('16T10:00'));
    expect([story.clock('resolve').dueAt, overrun('16T11:00')]).toEqual([dueAt, 2]);
    expect(chain(story, november('16T11:00')).total.overdueSeconds).toBe(2 * 3_600);
  });

  test('a lunch break counts once: neither time for the work nor, inside a pause, time to give back', () => {
    const urgent = routed(november('02T10:30'), { urgency: 'urgent' });
    expect(inNovember(urgent.clock('firstContact').dueAt)).toBe('02T14:00');
    urgent.take('requestInfo', 'officer', november('02T11:00'));
    urgent.take('supplyInfo', 'enterprise', november('02T13:30'));
    // Half an hour before lunch and half an hour after it: an hour later, not two and a half.
    expect(inNovember(urgent.clock('firstContact').dueAt)).toBe('02T15:00');
    expect(pausedMs(urgent.clock('firstContact'), MONDAY, districtCalendar)).toBe(HOUR);
  });

  test('a lunch break counts once under two pauses that overlap', () => {
    const pauses = [
      { from: november('02T11:00'), to: november('02T13:30') },
      { from: november('02T11:15'), to: november('02T14:00') },
    ];
    const [start, end] = [november('02T10:30'), november('02T15:00')];
    expect(workingTime(districtCalendar, start, end, pauses)).toBe(1.5 * HOUR);
    const dueAt = deadlineOf({ calendar: districtCalendar, start, allowance: { minutes: 120 }, pauses });
    expect(inNovember(dueAt)).toBe('02T15:30');
  });

  test('an extension is refused after the due time, and on the due day already', () => {
    const story = inHand();
    const asked = (at: string): string | null => story.refusal('request', 'officer', november(at), EXTENSION);
    expect(asked('10T16:59')).toBeNull();
    expect(asked('11T08:30')).toBe('extension.too_late');
    expect(asked('11T16:59')).toBe('extension.too_late');
    expect(asked('11T17:00')).toBe('extension.after_due');
    expect(asked('12T10:00')).toBe('extension.after_due');
  });

  test('an extension keeps the original due time, and “on time without extension” is judged by it', () => {
    const story = inHand().take('request', 'officer', november('09T10:00'), EXTENSION);
    story.take('rule', 'office', november('09T14:00'), {
      ...{ requestId: story.ticket.requests[0]?.id ?? '', approved: true, note: '同意' },
    });
    const { dueAt, originalDueAt, unextendedDueAt } = story.clock('resolve');
    expect([dueAt, originalDueAt, unextendedDueAt].map(inNovember)).toEqual([
      '18T17:00',
      '11T17:00',
      '11T17:00',
    ]);
    story.take('answer', 'officer', november('16T10:00')).take('confirm', 'enterprise', november('16T11:00'));
    expect(measuresOf(story.ticket)).toMatchObject({ closedOnTime: 1, onTimeWithoutExtension: 0 });
  });

  test('a suspension ends by itself at its review date', () => {
    const story = atTownship().take('request', 'township', november('03T10:00'), SUSPENSION);
    story.take('rule', 'office', november('03T11:00')).sweep(november('10T08:29'));
    expect(story.ticket.status).toBe('suspended');
    story.sweep(november('10T08:30'));
    expect(story.events.at(-1)).toMatchObject({ type: 'resumed', actor: { kind: 'system' } });
    expect(story.ticket).toMatchObject({ status: 'in_progress', wakeAt: null });
    expect(story.clock('resolve').state).toBe('running');
  });

  test('a suspension together with others never exceeds the cap', () => {
    const policy = { ...districtPolicy, suspensionCap: { unit: 'workingDays', count: 5 } } as const;
    const story = routed(MONDAY, { severity: 'complex' }, { ...DISTRICT, policy });
    story.take('claim', 'township', november('02T10:00'));
    const until = (reviewOn: string): Inputs['request'] => ({ ...SUSPENSION, reviewOn });
    const asked = (at: string, reviewOn: string): string | null =>
      story.refusal('request', 'township', november(at), until(reviewOn));
    expect(asked('03T10:00', '2026-11-12')).toBe('suspension.beyond_cap');
    story.take('request', 'township', november('03T10:00'), until('2026-11-06'));
    story.take('rule', 'office', november('03T10:00')).sweep(november('06T08:30'));
    expect(asked('06T10:00', '2026-11-12')).toBe('suspension.beyond_cap');
    story.take('request', 'township', november('06T10:00'), until('2026-11-10'));
    story.take('rule', 'office', november('06T10:00')).sweep(november('10T08:30'));
    story.take('request', 'township', november('10T10:00'), until('2026-11-11'));
    story.take('rule', 'office', november('10T10:00')).sweep(november('11T08:30'));
    expect(asked('11T10:00', '2026-11-13')).toBe('suspension.beyond_cap');
    const cap = 5 * 7 * HOUR + 5.5 * HOUR;
    expect(pausedMs(story.clock('resolve'), november('11T10:00'), districtCalendar)).toBeLessThanOrEqual(cap);
  });
});

describe('what others get wrong: requests', () => {
  const clocksOf = (story: TicketStory): unknown[] =>
    story.ticket.clocks.map(({ id: _id, ...clock }) => clock);

  test.each([{ ...EXTENSION, newDueOn: '2026-11-30' }, SUSPENSION, RETURN('other-township')])(
    'a refused request leaves the clocks as if never asked: $kind',
    (input) => {
      const asked = atTownship().take('request', 'township', november('02T14:00'), input);
      asked.take('rule', 'office', november('03T10:00'), {
        ...{ requestId: asked.ticket.requests[0]?.id ?? '', approved: false, note: '继续办理' },
      });
      expect(clocksOf(asked)).toEqual(clocksOf(atTownship()));
      expect(asked.ticket.escalateAt).toBe(atTownship().ticket.escalateAt);
    },
  );

  test('two rulings on one request: the second is refused and changes nothing', () => {
    const story = inHand().take('request', 'officer', november('09T10:00'), EXTENSION);
    const requestId = story.ticket.requests[0]?.id ?? '';
    story.take('rule', 'office', november('09T11:00'), { requestId, approved: false, note: '按期办理' });
    const { ticket } = story;
    const again = { requestId, approved: true, note: '同意' };
    const second = act(ticket, 'rule', story.context('township', november('09T11:00')), again);
    expect(second).toMatchObject({ ok: false, refusal: { code: 'request.already_ruled' } });
    expect(story.refusal('rule', 'office', november('09T11:01'), again)).toBe('request.already_ruled');
    expect(story.ticket).toBe(ticket);
    expect(ticket.requests).toMatchObject([{ state: 'refused', ruledById: 'chen' }]);
  });

  test('nobody rules on their own request, nor their colleague of the unit that holds the ticket', () => {
    const story = routed(MONDAY, { severity: 'major' }).take('claim', 'office', november('02T10:00'));
    story.take('request', 'office', november('03T10:00'), { ...EXTENSION, newDueOn: '2026-12-30' });
    expect(story.refusal('rule', 'office', november('03T11:00'))).toBe('ticket.not_permitted');
    expect(story.refusal('rule', 'leader', november('03T11:00'))).toBeNull();
    const township = atTownship().take('request', 'township', november('03T10:00'), SUSPENSION);
    expect(township.refusal('rule', 'townshipColleague', november('03T11:00'))).toBe('ticket.not_permitted');
    expect(township.refusal('rule', 'office', november('03T11:00'))).toBeNull();
  });

  test('a severity that is lowered does not change the promise', () => {
    const story = atTownship();
    const promise = story.clock('resolve');
    story.take('request', 'township', november('03T10:00'), {
      ...{ kind: 'downgrade', reason: '情况简单', toSeverity: 'simple' },
    });
    story.take('rule', 'office', november('03T11:00'));
    expect(story.ticket).toMatchObject({ severity: 'simple', tier: 1, holderPersonId: 'officer' });
    expect(story.clock('resolve')).toEqual(promise);
  });

  test('a downgrade of an overdue ticket is refused', () => {
    const story = atTownship().sweep(november('23T16:59'));
    const input = { kind: 'downgrade', reason: '情况简单', toSeverity: 'simple' } as const;
    expect(story.refusal('request', 'township', november('23T16:59'), input)).toBeNull();
    expect(story.refusal('request', 'township', november('23T17:00'), input)).toBe('downgrade.overdue');
  });
});
