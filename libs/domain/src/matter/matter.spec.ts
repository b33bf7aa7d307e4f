import { november } from '../../../../test/support/november';
import { CAST, type CastName } from '../../../../test/support/ticket-cast';
import { contextOf, routed, TicketStory, type Said } from '../../../../test/support/ticket-stage';
import { noticeRule } from '../notice';
import type { Ticket } from '../ticket/ticket';
import { answerTogether, objectionToAnswering, waitsForAnswer } from './answer-together';
import { mayAnswerMatter, mayManageMatters, type Matter, type MatterAnswer } from './matter';
import { hasItsAnswer, joinMatter, leaveMatter, removeFromMatter } from './membership';

const MONDAY = november('02T09:00');
const LATER = november('03T10:00');
const MATTER: Matter = {
  ...{ id: 'matter', regionCode: '220105', title: '园区停电', reason: '同一次停电', leadTicketId: 'ticket' },
  ...{ state: 'open', answer: null, answeredAt: null },
};
const ANSWER: MatterAnswer = {
  ...{ outcome: 'resolved', responsibleUnitId: 'township', route: '协调供电公司', result: '已恢复供电' },
};

const lead = (): Ticket =>
  routed(MONDAY, { severity: 'complex' }).take('claim', 'township', november('02T10:00')).ticket;
const neighbour = (said: Said = {}): TicketStory =>
  routed(MONDAY, { id: 'other', number: 'ZQ-2', enterpriseId: 'rival', ...said });
const context = (by: CastName, at = LATER) => contextOf(CAST[by], at);

function joined(ticket: Ticket): Ticket {
  const decided = joinMatter(ticket, MATTER, lead(), context('office'));
  if (!decided.ok) throw new Error(decided.refusal.code);
  return decided.value.ticket;
}
const joining = (ticket: Ticket, matter = MATTER): string | null => {
  const decided = joinMatter(ticket, matter, lead(), context('office'));
  return decided.ok ? null : decided.refusal.code;
};

describe('a ticket that joins a matter', () => {
  it('stays as it was: holder, clocks, status and enterprise are its own', () => {
    const { ticket } = neighbour();
    const after = joined(ticket);
    expect(after).toEqual({ ...ticket, version: ticket.version + 1, matterId: 'matter' });
  });

  it('is told to its holder; which other ticket leads is not in what everybody who reads this one sees', () => {
    const decided = joinMatter(neighbour().ticket, MATTER, lead(), context('office'));
    const event = decided.ok ? decided.value.events[0]! : null;
    expect([event?.type, event?.data]).toEqual(['joinedMatter', { matterId: 'matter' }]);
    expect(noticeRule(event!)?.to).toEqual(['holder']);
  });

  it('is of the same district, no complaint among others, open, and in no other matter', () => {
    expect(joining(neighbour({ regionCode: '220106' }).ticket)).toBe('matter.other_district');
    expect(joining(neighbour({ aboutPersonId: 'wang' }).ticket)).toBe('matter.complaint');
    expect(joining(joined(neighbour().ticket))).toBe('matter.taken');
    const gone = new TicketStory(MONDAY, { id: 'gone' }).take('withdraw', 'enterprise', LATER, {
      reason: '不办了',
    });
    expect(joining(gone.ticket)).toBe('matter.ticket_ended');
    expect(joining(neighbour().ticket, { ...MATTER, state: 'dissolved' })).toBe('matter.dissolved');
  });

  it('can be taken out again until it has its answer, unless it leads', () => {
    const ticket = joined(neighbour().ticket);
    const removal = (each: Ticket, matter = MATTER) => {
      const decided = removeFromMatter(each, matter, context('office'));
      return decided.ok ? decided.value.ticket.matterId : decided.refusal.code;
    };
    expect(removal(ticket)).toBeNull();
    expect(removal(neighbour().ticket)).toBe('matter.not_member');
    expect(removal(joined(lead()))).toBe('matter.lead_stays');
    const { ticket: answered } = answerTogether(ticket, ANSWER, lead(), context('township'));
    expect(removal(answered, { ...MATTER, state: 'answered', answer: ANSWER, answeredAt: LATER })).toBe(
      'matter.answered',
    );
  });

  it('leaves a matter that is dissolved although it is closed or merged, so that it is free when it comes back', () => {
    const member = joined(neighbour().ticket);
    for (const status of ['closed', 'merged'] as const) {
      const { ticket, events } = leaveMatter({ ...member, status }, context('office'));
      expect(ticket.matterId).toBeNull();
      expect(events.map(noticeRule)).toEqual([null]);
      expect(joining({ ...ticket, status: 'in_progress' })).toBeNull();
    }
    expect(leaveMatter(member, context('office')).events.map(noticeRule)).not.toEqual([null]);
  });

  it('stays where it was once nothing can bring it back', () => {
    const withdrawn = { ...joined(neighbour().ticket), status: 'withdrawn' } as const;
    expect(leaveMatter(withdrawn, context('office')).events).toEqual([]);
  });
});

describe('the one answer of a matter', () => {
  const answered = (ticket: Ticket, by: CastName = 'township') =>
    answerTogether(ticket, ANSWER, lead(), context(by));

  it('is each ticket’s own answer, in the name of one unit, and waits for its own verdict', () => {
    const { ticket, events } = answered(joined(neighbour().take('claim', 'officer', LATER).ticket));
    expect(ticket).toMatchObject({
      ...{ status: 'answered', outcome: 'resolved', responsibleUnitId: 'township', result: '已恢复供电' },
      ...{ verdict: null, answeredAt: LATER },
    });
    expect(events[0]?.data).toMatchObject({ matterId: 'matter' });
    expect(Object.keys(events[0]?.data ?? {})).not.toContain('leadTicketId');
    expect(noticeRule(events[0]!)?.to).toEqual(['enterprise', 'officer', 'lead']);
  });

  it('is given to what nobody has claimed as well, and whoever held it stays its holder', () => {
    const before = joined(neighbour({ severity: 'complex' }).ticket);
    const { ticket } = answered(before);
    expect([ticket.status, ticket.holderUnitId, ticket.holderPersonId]).toEqual([
      'answered',
      before.holderUnitId,
      before.holderPersonId,
    ]);
    expect(ticket.holdings).toEqual(before.holdings);
  });

  it('makes the lead’s holder the holder of what nobody held', () => {
    const accepted = new TicketStory(MONDAY, { id: 'other' }, 'officer');
    const { ticket } = answered(joined(accepted.ticket));
    expect([ticket.tier, ticket.holderUnitId, ticket.holderPersonId]).toEqual([2, 'township', 'wang']);
    expect(ticket.holdings).toHaveLength(1);
  });

  it('is hindered by what hinders an answer', () => {
    const story = neighbour({ severity: 'complex' }).take('claim', 'township', LATER);
    const objection = (ticket: Ticket, matter = MATTER) =>
      objectionToAnswering(ticket, matter, CAST.office)?.refusal.code ?? null;
    expect(objection(story.ticket)).toBeNull();
    story.take('assist', 'township', LATER, { unitId: 'department', question: '原因？' });
    expect(objection(story.ticket)).toBe('assist.outstanding');
    const asked = neighbour({ severity: 'complex' }).take('requestInfo', 'township', LATER, {
      items: ['通知'],
    });
    expect(objection(asked.ticket)).toBe('ticket.wrong_status');
  });

  it('is not given again to who disputed it', () => {
    const matter: Matter = { ...MATTER, state: 'answered', answer: ANSWER, answeredAt: LATER };
    const first = answered(joined(neighbour().ticket)).ticket;
    expect([waitsForAnswer(first), hasItsAnswer(first, matter)]).toEqual([false, true]);
    const disputed: Ticket = { ...first, status: 'in_progress', round: 2 };
    expect(waitsForAnswer(disputed)).toBe(true);
    expect(objectionToAnswering(disputed, matter, CAST.office)?.refusal.code).toBe('matter.own_way');
  });

  it('is the lead’s holder’s or the office’s to give, and clustering the office’s', () => {
    const may = (decide: typeof mayAnswerMatter) =>
      (
        [
          'township',
          'office',
          'department',
          'officer',
          'leader',
          'city',
          'enterprise',
          'foreignOffice',
        ] as const
      ).filter((name) => decide(CAST[name], lead()).ok);
    expect(may(mayAnswerMatter)).toEqual(['township', 'office']);
    expect(may(mayManageMatters)).toEqual(['office']);
  });
});
