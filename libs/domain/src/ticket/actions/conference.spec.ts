import { november } from '../../../../../test/support/november';
import { atOfficer, atTownship, unit } from '../../../../../test/support/ticket-requests';
import { routed, TicketStory } from '../../../../../test/support/ticket-stage';
import { CAST, type CastName } from '../../../../../test/support/ticket-cast';
import { allowedActions, mayAct } from '../permit';
import { scopeOf, withinScope } from '../../access';
import type { FollowUpInput } from './follow-up';

const TUESDAY = november('03T10:00');
const HELD = november('03T15:00');
const AFTER = november('03T17:00');
const RECORD = { conference: 1, minutes: '各方发言', decision: '由部门迁改' };
const TASK: FollowUpInput = { what: '迁改管线', unitId: 'department', dueOn: '2026-11-06' };

const convened = (by: CastName = 'township', heldAt = HELD): TicketStory =>
  atTownship().take('convene', by, TUESDAY, {
    ...{ subject: '管线迁改', heldAt, place: '三楼', unitIds: ['department'] },
    ...{ personIds: ['leader'], guests: ['设计院'] },
  });
const concluded = (followUps: readonly FollowUpInput[] = [TASK]): TicketStory =>
  convened().take('conclude', 'township', AFTER, { ...RECORD, followUps });
const reads = (who: 'department' | 'otherOfficer', { ticket }: TicketStory): boolean =>
  withinScope(scopeOf(CAST[who]), ticket);
const codeOf = (story: TicketStory, over: Partial<typeof RECORD> & { followUps?: FollowUpInput[] }) =>
  story.refusal('conclude', 'township', AFTER, { ...RECORD, ...over });

describe('calling a conference', () => {
  it('writes down what for, when, where and with whom; who takes part may read the ticket', () => {
    const before = atTownship();
    expect(reads('department', before)).toBe(false);
    const { ticket, events } = convened();
    expect(ticket.conferences).toMatchObject([
      {
        ...{ ordinal: 1, state: 'planned', subject: '管线迁改', heldAt: HELD, place: '三楼' },
        ...{ unitIds: ['department'], personIds: ['leader'], guests: ['设计院'], convenedAs: 'holder' },
      },
    ]);
    expect(reads('department', convened())).toBe(true);
    expect(events.at(-1)).toMatchObject({
      type: 'conferenceConvened',
      data: { conference: 1, unitIds: ['department'], personIds: ['leader'], heldAt: HELD },
      texts: { subject: '管线迁改', place: '三楼', guests: '设计院' },
    });
  });

  it('changes neither status nor clocks', () => {
    const before = atTownship().ticket;
    const { status, clocks, wakeAt, escalateAt } = convened().ticket;
    expect([status, wakeAt, escalateAt]).toEqual([before.status, before.wakeAt, before.escalateAt]);
    expect(clocks.map(({ kind, dueAt }) => [kind, dueAt])).toEqual(
      before.clocks.map(({ kind, dueAt }) => [kind, dueAt]),
    );
  });

  it('needs somebody to come, and a time after the submission and within a year', () => {
    const call = (over: object) =>
      atTownship().refusal('convene', 'township', TUESDAY, {
        ...{ subject: '管线迁改', heldAt: HELD, unitIds: ['department'] },
        ...over,
      });
    expect(call({ unitIds: [] })).toBe('conference.nobody_invited');
    expect(call({ unitIds: [], guests: ['设计院'] })).toBeNull();
    expect(call({ heldAt: november('02T08:59') })).toBe('conference.held_at');
    expect(call({ heldAt: TUESDAY + 367 * 86_400_000 })).toBe('conference.held_at');
    expect(call({ heldAt: november('02T09:00') })).toBeNull();
  });

  it('is the holder’s, the office’s and the leader’s, and nobody else’s', () => {
    const { ticket } = atTownship();
    const may = (['officer', 'township', 'office', 'leader', 'city', 'enterprise'] as const).filter((who) =>
      allowedActions(CAST[who], ticket).includes('convene'),
    );
    expect(may).toEqual(['township', 'office', 'leader']);
  });
});

describe('what a conference came to', () => {
  it('is recorded after it was held, with minutes, decision and who does what until when', () => {
    expect(convened().refusal('conclude', 'township', november('03T14:59'), RECORD)).toBe(
      'conference.not_held_yet',
    );
    const { ticket, events } = concluded();
    expect(ticket.conferences).toMatchObject([
      { state: 'concluded', minutes: '各方发言', decision: '由部门迁改', endedAt: AFTER, endedById: 'wang' },
    ]);
    expect(ticket.followUps).toEqual([
      {
        ...{ ordinal: 1, conference: 1, what: '迁改管线', unitId: 'department', personId: null },
        ...{ dueOn: '2026-11-06', dueAt: november('06T17:00'), doneAt: null, doneById: null },
        ...{ result: null, reminded: false },
      },
    ]);
    expect(events.at(-1)).toMatchObject({
      type: 'conferenceConcluded',
      data: { unitIds: ['department'], personIds: ['leader'], followUps: ['1'], dueOn: ['2026-11-06'] },
    });
  });

  it('is recorded by who stands to the ticket as its convener did, or by the office', () => {
    const byLeader = convened('leader');
    expect(byLeader.refusal('conclude', 'township', AFTER, RECORD)).toBe('conference.not_convener');
    expect(byLeader.refusal('conclude', 'otherLeader', AFTER, RECORD)).toBeNull();
    expect(byLeader.refusal('conclude', 'office', AFTER, RECORD)).toBeNull();
    const passedOn = convened().take('dispatch', 'office', HELD, {
      holder: unit(3, 'department'),
      assistUnitIds: [],
    });
    expect(passedOn.refusal('conclude', 'township', AFTER, RECORD)).toBe('ticket.not_permitted');
    expect(passedOn.refusal('conclude', 'department', AFTER, RECORD)).toBeNull();
  });

  it('is nothing for who has convened none, whatever the input says: not told as possible, and refused first', () => {
    const byLeader = convened('leader');
    const { ticket } = byLeader;
    expect(mayAct('conclude', CAST.township, ticket)).toMatchObject({
      refusal: { code: 'conference.not_convener' },
    });
    expect(byLeader.refusal('conclude', 'township', AFTER, { ...RECORD, conference: 9 })).toBe(
      'conference.not_convener',
    );
    expect(allowedActions(CAST.township, ticket)).not.toContain('cancelConference');
    for (const who of ['leader', 'office'] as const) {
      expect(allowedActions(CAST[who], ticket)).toEqual(
        expect.arrayContaining(['conclude', 'cancelConference']),
      );
    }
    const both = byLeader.take('convene', 'township', TUESDAY, {
      ...{ subject: '另一事', heldAt: HELD, unitIds: ['department'] },
    });
    expect(both.refusal('conclude', 'township', AFTER, RECORD)).toBe('conference.not_convener');
    expect(both.refusal('conclude', 'township', AFTER, { ...RECORD, conference: 2 })).toBeNull();
  });

  it('names one who does each thing by a working day to come', () => {
    const { unitId: _, ...nobody } = TASK;
    expect(codeOf(convened(), { followUps: [TASK, nobody] })).toBe('followUp.assignee');
    expect(codeOf(convened(), { followUps: [{ ...TASK, personId: 'leader' }] })).toBe('followUp.assignee');
    expect(codeOf(convened(), { followUps: [{ ...TASK, dueOn: '2026-11-03' }] })).toBe('followUp.due_on');
    expect(codeOf(convened(), { followUps: [{ ...TASK, dueOn: '2026-11-07' }] })).toBe('followUp.due_on');
    expect(codeOf(convened(), { conference: 2 })).toBe('conference.unknown');
  });

  it('can be that it was not held at all', () => {
    const cancelled = convened().take('cancelConference', 'township', HELD);
    expect(cancelled.ticket.conferences).toMatchObject([{ state: 'cancelled', reason: '已无需要' }]);
    expect(cancelled.refusal('conclude', 'township', AFTER, RECORD)).toBe('conference.none');
  });

  it('hinders no answer; not held by the end of the ticket it has lapsed', () => {
    const answered = convened('township', november('20T10:00')).take('answer', 'township', AFTER);
    expect(answered.ticket.conferences).toMatchObject([{ state: 'planned' }]);
    const closed = answered.take('confirm', 'enterprise', november('04T10:00'));
    expect(closed.ticket.conferences).toMatchObject([{ state: 'lapsed', endedAt: november('04T10:00') }]);
    expect(closed.types(-2)).toEqual(['closed', 'conferenceLapsed']);
  });

  it('is recorded also while the ticket goes along with another', () => {
    const story = convened().merge(
      atTownship({ id: 'parent', number: 'ZQ-2' }),
      'office',
      november('03T14:00'),
    );
    expect(story.ticket.status).toBe('merged');
    expect(story.refusal('conclude', 'township', AFTER, RECORD)).toBeNull();
  });
});

describe('what is followed up', () => {
  it('is done by who has it to do, by the holder or by the office, and by nobody who has something else', () => {
    const story = concluded([TASK, { what: '核对用地', personId: 'officer-b', dueOn: '2026-11-09' }]);
    expect(reads('otherOfficer', story)).toBe(true);
    const finish = (by: CastName, followUp = 1) =>
      story.refusal('finishFollowUp', by, AFTER, { followUp, result: '已迁改' });
    expect((['department', 'township', 'office'] as const).map((by) => finish(by))).toEqual([
      null,
      null,
      null,
    ]);
    expect(finish('otherOfficer')).toBe('followUp.not_yours');
    expect(finish('otherOfficer', 2)).toBeNull();
    expect(finish('otherTownship')).toBe('ticket.not_permitted');
    expect(finish('department', 3)).toBe('followUp.unknown');
    story.take('finishFollowUp', 'department', AFTER, { followUp: 1, result: '已迁改' });
    expect(story.ticket.followUps[0]).toMatchObject({ doneAt: AFTER, doneById: 'li', result: '已迁改' });
    expect(finish('department')).toBe('ticket.not_permitted');
  });

  it('is told once when its day has passed, also after the ticket was closed', () => {
    const story = concluded().take('answer', 'township', AFTER).take('confirm', 'enterprise', AFTER);
    story.sweep(november('06T16:59'));
    expect(story.types()).not.toContain('followUpOverdue');
    story.sweep(november('30T17:00'));
    expect(story.types().filter((type) => type === 'followUpOverdue')).toHaveLength(1);
    expect(story.events.at(-1)).toMatchObject({
      type: 'followUpOverdue',
      data: { followUp: 1, unitId: 'department', personId: null },
    });
    expect(story.refusal('finishFollowUp', 'department', november('30T17:00'))).toBeNull();
  });

  it('is not told once it is done', () => {
    const story = concluded().take('finishFollowUp', 'department', AFTER).sweep(november('20T17:00'));
    expect(story.types()).not.toContain('followUpOverdue');
  });

  it('stands when the ticket is withdrawn', () => {
    const story = concluded().take('withdraw', 'enterprise', AFTER);
    expect(story.refusal('finishFollowUp', 'department', AFTER)).toBeNull();
    expect(story.sweep(november('09T17:00')).types()).toContain('followUpOverdue');
  });

  it('is none where no conference decided anything', () => {
    expect(atOfficer().refusal('finishFollowUp', 'office', AFTER)).toBe('followUp.none');
    expect(routed(november('02T09:00')).refusal('conclude', 'office', AFTER)).toBe('conference.none');
  });
});
