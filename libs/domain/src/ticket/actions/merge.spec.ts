import { inNovember, november } from '../../../../../test/support/november';
import { faultsOf } from '../../../../../test/support/ticket-invariants';
import { routed, TicketStory, type Said } from '../../../../../test/support/ticket-stage';
import { nextCheckAt, nextDueAt } from '../settle';
import { promiseOf } from '../ticket';
import { noticeRule } from '../../notice';

const MONDAY = november('02T09:00');
const child = (said: Said = {}): TicketStory => routed(MONDAY, { id: 'child', number: 'ZQ-2', ...said });
/** Both due on the 11th, the parent claimed. */
const parent = (said: Said = {}): TicketStory => routed(MONDAY, said).take('claim', 'officer', MONDAY);

const refusalOf = (story: TicketStory, into: TicketStory): string | null =>
  story.refusal('merge', 'office', november('03T10:00'), { parent: into.ticket });

describe('a merge', () => {
  it('is recorded on both sides, each with the other’s number', () => {
    const into = parent();
    const story = child().merge(into, 'office', november('03T10:00'));
    expect(story.events.at(-1)).toMatchObject({
      type: 'merged',
      data: { intoTicketId: 'ticket', intoNumber: 'ZQ-1' },
    });
    expect(into.events.at(-1)).toMatchObject({
      type: 'childMerged',
      data: { childId: 'child', childNumber: 'ZQ-2' },
    });
    expect(into.ticket.childIds).toEqual(['child']);
    expect(story.ticket).toMatchObject({
      status: 'merged',
      mergedIntoId: 'ticket',
      mergedFrom: 'dispatched',
      mergedAt: november('03T10:00'),
    });
  });

  it('changes nothing else of the parent', () => {
    const into = parent();
    const before = into.ticket;
    child().merge(into, 'office', november('03T10:00'));
    expect(into.ticket).toEqual({ ...before, version: before.version + 1, childIds: ['child'] });
  });

  it('is the office’s alone', () => {
    for (const by of ['officer', 'leader', 'city', 'enterprise', 'foreignOffice'] as const) {
      expect([by, child().refusal('merge', by, MONDAY, { parent: parent().ticket })]).toEqual([
        by,
        'ticket.not_permitted',
      ]);
    }
  });

  it('leaves everything standing: nothing runs, nothing comes due, nothing rises', () => {
    const story = child().take('claim', 'officer', november('02T10:00'));
    story.merge(parent(), 'office', november('03T10:00'));
    expect(new Set(story.ticket.clocks.map(({ state }) => state))).toEqual(new Set(['stopped', 'paused']));
    expect(story.ticket.escalateAt).toBeNull();
    expect([nextCheckAt(story.ticket), nextDueAt(story.ticket)]).toEqual([null, null]);
    const { ticket } = story;
    expect(story.check(Date.parse('2026-12-31T17:00:00+08:00')).ticket).toBe(ticket);
  });

  it('lets a request that waits lapse', () => {
    const story = child({ severity: 'complex' }).take('claim', 'township', november('02T10:00'));
    story.take('request', 'township', november('02T11:00'), {
      ...{ kind: 'suspension', reason: '待批复', reviewOn: '2026-11-10' },
    });
    story.merge(parent(), 'office', november('03T10:00'));
    expect(story.types().slice(-2)).toEqual(['merged', 'requestLapsed']);
    expect(story.ticket.requests).toMatchObject([{ state: 'lapsed', ruledAt: november('03T10:00') }]);
  });
});

describe('a merge is refused', () => {
  it('into itself', () => {
    const story = parent();
    expect(refusalOf(story, story)).toBe('merge.same_ticket');
  });

  it('into a ticket of another district', () => {
    expect(refusalOf(child(), parent({ regionCode: '220106' }))).toBe('merge.other_district');
  });

  it('into one that has ended, or goes along with another itself', () => {
    const at = november('02T10:00');
    const withdrawn = parent().take('withdraw', 'enterprise', at);
    const merged = routed(MONDAY, { id: 'third', number: 'ZQ-3' }).merge(parent(), 'office', at);
    expect(refusalOf(child(), withdrawn)).toBe('merge.parent_ended');
    expect(refusalOf(child(), merged)).toBe('merge.parent_ended');
  });

  it('of one that others go along with', () => {
    const into = parent();
    child().merge(into, 'office', november('02T10:00'));
    const third = routed(MONDAY, { id: 'third', number: 'ZQ-3' });
    expect(refusalOf(into, third)).toBe('merge.has_children');
  });

  it('of a complaint with an ordinary ticket, from either side', () => {
    const complaint = (id: string): TicketStory => child({ id, aboutPersonId: 'wang' });
    expect(refusalOf(complaint('complaint'), parent())).toBe('merge.complaint');
    expect(refusalOf(child(), routed(MONDAY, { aboutPersonId: 'wang' }))).toBe('merge.complaint');
    expect(refusalOf(complaint('one'), complaint('two'))).toBeNull();
  });

  it('into a later promise, and into a ticket that has promised nothing yet', () => {
    const tomorrow = routed(november('03T09:00'));
    expect(refusalOf(child(), tomorrow)).toBe('merge.later_promise');
    expect(refusalOf(child(), new TicketStory(MONDAY))).toBe('merge.later_promise');
    expect(refusalOf(new TicketStory(MONDAY, { id: 'child' }), tomorrow)).toBeNull();
    expect(refusalOf(tomorrow, child())).toBeNull();
  });

  it('into one that stands still until its promise is the later one', () => {
    const suspended = (reviewOn: string): TicketStory => {
      const said = { kind: 'suspension', reason: '待批复', reviewOn } as const;
      return parent()
        .take('request', 'officer', november('02T10:00'), said)
        .take('rule', 'office', november('02T11:00'));
    };
    expect(refusalOf(child(), suspended('2026-12-09'))).toBe('merge.later_promise');
    expect(refusalOf(suspended('2026-12-09'), child())).toBeNull();
    const waiting = parent().take('requestInfo', 'officer', november('02T10:00'));
    expect(refusalOf(child(), waiting)).toBe('merge.later_promise');
  });
});

describe('an unmerge', () => {
  const [mergedAt, apartAt] = [november('04T10:00'), november('06T10:00')];
  const thereAndBack = (story: TicketStory): TicketStory =>
    story.merge(parent(), 'office', mergedAt).unmerge('office', apartAt);

  it('is recorded on both sides, and the parent has it no more', () => {
    const into = parent();
    const story = child().merge(into, 'office', mergedAt).unmerge('office', apartAt);
    expect(story.events.at(-1)).toMatchObject({ type: 'unmerged', data: { fromTicketId: 'ticket' } });
    expect(into.events.at(-1)).toMatchObject({ type: 'childUnmerged', data: { childId: 'child' } });
    expect(into.ticket.childIds).toEqual([]);
  });

  it('leaves no event on a parent that has ended', () => {
    const into = parent();
    const story = child().merge(into, 'office', mergedAt);
    into.take('answer', 'officer', november('05T10:00')).take('confirm', 'enterprise', november('05T11:00'));
    const { version } = into.ticket;
    story.unmerge('office', apartAt);
    expect(into.ticket).toMatchObject({ version, childIds: [], status: 'closed' });
  });

  it.each([
    ['submitted', new TicketStory(MONDAY, { id: 'child' })],
    ['accepted', new TicketStory(MONDAY, { id: 'child' }, 'officer')],
    ['dispatched', child()],
    ['in_progress', child().take('claim', 'officer', november('02T10:00'))],
    ['need_info', child().take('requestInfo', 'officer', november('03T10:00'))],
    ['answered', child().take('claim', 'officer', MONDAY).take('answer', 'officer', november('03T10:00'))],
  ])('puts one that was %s back where it was', (status, story) => {
    const { tier, holderUnitId, holderPersonId, round, holdings } = story.ticket;
    thereAndBack(story);
    expect(story.ticket).toMatchObject({
      ...{ status, tier, holderUnitId, holderPersonId, round, holdings },
      ...{ mergedIntoId: null, mergedFrom: null, mergedAt: null },
    });
    expect(faultsOf(story)).toEqual([]);
  });

  it('lets the clocks run on with what remained', () => {
    const story = child();
    const left = (): (string | null)[] => story.ticket.clocks.map(({ dueAt }) => inNovember(dueAt));
    expect(left()).toEqual(['03T17:00', '03T17:00', '05T17:00', '11T17:00']);
    // What was overdue already stays so; to the rest two working days are added.
    thereAndBack(story);
    expect(left()).toEqual(['03T17:00', '03T17:00', '09T17:00', '13T17:00']);
    expect(story.ticket.escalateAt).toBe(november('18T17:00'));
  });

  it('lets the wait for material go on for as long as was left of it', () => {
    const story = child().take('requestInfo', 'officer', november('03T10:00'));
    expect(inNovember(story.ticket.wakeAt)).toBe('10T17:00');
    thereAndBack(story);
    expect(inNovember(story.ticket.wakeAt)).toBe('12T17:00');
    story.sweep(november('12T17:00'));
    expect(story.ticket.status).toBe('dispatched');
    expect(story.types().at(-1)).toBe('infoLapsed');
  });

  it('overnight leaves the silence after an answer as it was', () => {
    const story = child().take('claim', 'officer', MONDAY).take('answer', 'officer', november('03T10:00'));
    story.merge(parent(), 'office', november('04T18:00')).unmerge('office', november('04T19:00'));
    expect(inNovember(story.ticket.wakeAt)).toBe('10T17:00');
  });

  it('lets the silence after an answer go on for as long as was left of it', () => {
    const story = child().take('claim', 'officer', MONDAY).take('answer', 'officer', november('03T10:00'));
    expect(inNovember(story.ticket.wakeAt)).toBe('10T17:00');
    expect(inNovember(thereAndBack(story).ticket.wakeAt)).toBe('12T17:00');
  });

  it('counts the time it went along with another to no wait of its own: the share of paused time is as if apart', () => {
    const waits = (story: TicketStory): TicketStory =>
      story
        .take('supplyInfo', 'enterprise', november('06T11:00'))
        .take('claim', 'officer', november('06T11:00'));
    const story = child().take('requestInfo', 'officer', november('03T10:00'));
    waits(thereAndBack(story)).take('answer', 'officer', november('06T14:00'));
    // Waited from the 3rd to the 4th, and an hour on the 6th; worked eight hours before and one and a half after.
    expect(story.ticket.pausedMinutes).toBe((7 + 1) * 60);
    expect(story.ticket.handlingMinutes).toBe((8 + 8 + 1.5) * 60);
  });

  it('leaves a suspension as much of its cap as it had', () => {
    const story = child({ severity: 'complex' }).take('claim', 'township', MONDAY);
    story.take('request', 'township', november('02T10:00'), {
      ...{ kind: 'suspension', reason: '待批复', reviewOn: '2026-12-14' },
    });
    story.take('rule', 'office', november('02T10:00'));
    const suspended = (): number =>
      (promiseOf(story.ticket)?.pauses ?? [])
        .filter(({ reason }) => reason === 'suspended')
        .reduce((sum, { from, to }) => sum + ((to ?? apartAt) - from), 0);
    thereAndBack(story);
    expect(suspended()).toBe(mergedAt - november('02T10:00'));
    expect(story.ticket.status).toBe('suspended');
    expect(story.sweep(Date.parse('2026-12-31T17:00:00+08:00')).types()).toContain('resumed');
  });
});

describe('what becomes of a parent', () => {
  const family = (): { into: TicketStory; story: TicketStory } => {
    const into = parent();
    return { into, story: child().merge(into, 'office', november('03T10:00')) };
  };

  it('is told to its children when it is answered and when it is closed', () => {
    const { into, story } = family();
    into.take('answer', 'officer', november('04T10:00')).take('confirm', 'enterprise', november('05T10:00'));
    const told = story.events
      .filter(({ type }) => type === 'parentAdvanced')
      .map(({ data }) => data['status']);
    expect(told).toEqual(['answered', 'closed']);
    expect(story.ticket.status).toBe('merged');
    expect(faultsOf(story)).toEqual([]);
  });

  it('is told when a result did not hold: it was disputed, or reopened after its closing', () => {
    const { into, story } = family();
    into.take('answer', 'officer', november('04T10:00')).take('dispute', 'enterprise', november('04T11:00'));
    into.take('answer', 'officer', november('05T10:00')).take('confirm', 'enterprise', november('05T11:00'));
    into.take('reopen', 'office', november('06T10:00'));
    const told = story.events.filter(({ type }) => type === 'parentAdvanced');
    expect(told.map(({ data }) => data['status'])).toEqual([
      ...['answered', 'in_progress', 'answered', 'closed', 'in_progress'],
    ]);
    expect(told.map((event) => noticeRule(event)?.kind)).toEqual([
      ...['answered', 'reopened', 'answered', 'answered', 'reopened'],
    ]);
    expect(faultsOf(story)).toEqual([]);
  });

  it('is told when silence closes it', () => {
    const { into, story } = family();
    into.take('answer', 'officer', november('04T10:00')).sweep(november('11T17:00'));
    expect(into.ticket.status).toBe('closed');
    expect(story.events.at(-1)).toMatchObject({ type: 'parentAdvanced', data: { status: 'closed' } });
  });

  it('sets its children free when the enterprise withdraws it', () => {
    const { into, story } = family();
    into.take('withdraw', 'enterprise', november('04T10:00'));
    expect(story.ticket).toMatchObject({ status: 'dispatched', mergedIntoId: null });
    expect(story.events.at(-1)).toMatchObject({ type: 'unmerged', actor: { kind: 'system' } });
    expect(into.ticket.childIds).toEqual([]);
    expect(faultsOf(story)).toEqual([]);
  });

  it('sets its children free when it is rejected', () => {
    const into = routed(MONDAY);
    const story = child().merge(into, 'office', november('03T10:00'));
    into.take('reject', 'office', november('04T10:00'));
    expect(story.ticket.status).toBe('dispatched');
    expect(story.clock('resolve').state).toBe('running');
  });

  it('is of no concern to those who have left it', () => {
    const { into, story } = family();
    story.unmerge('office', november('03T11:00'));
    const { version } = story.ticket;
    into.take('withdraw', 'enterprise', november('04T10:00'));
    expect(story.ticket.version).toBe(version);
  });
});
