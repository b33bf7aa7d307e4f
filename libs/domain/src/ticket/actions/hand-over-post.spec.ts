import { districtCalendar, november } from '../../../../../test/support/november';
import { atOfficer, atTownship, extension, unit } from '../../../../../test/support/ticket-requests';
import { TicketStory } from '../../../../../test/support/ticket-stage';
import { chainReport } from '../../responsibility/chain-report';
import { ledgerEntries } from '../../statistics/ledger';
import { settle } from '../settle';
import type { Ticket } from '../ticket';
import { handOverPost, type PostSuccession } from './hand-over-post';

const at = november('04T10:00');
const OFFICE = { tier: 4, unitId: 'office', personId: null } as const;
const TO_ZHAO: PostSuccession = {
  ...{ handoverId: 'h1', fromPersonId: 'wang', toPersonId: 'zhao', complaintsTo: OFFICE },
};

const given = (story: TicketStory, post = TO_ZHAO, when = at) => {
  const ctx = story.context('office', when);
  const decided = handOverPost(story.ticket, post, ctx);
  if (!decided.ok) throw new Error(decided.refusal.code);
  return settle(decided.value, ctx);
};

const clockOf = (ticket: Ticket, kind: string) => ticket.clocks.findLast((clock) => clock.kind === kind);

describe('a post that is handed over', () => {
  it('gives what its person held to the successor, in the same place and on the same clocks', () => {
    const story = atTownship();
    const { ticket, events } = given(story);
    expect(ticket).toMatchObject({
      ...{ status: 'in_progress', tier: 2, holderUnitId: 'township', holderPersonId: 'zhao', round: 1 },
      ...{ dispatchCount: story.ticket.dispatchCount, tierSinceAt: story.ticket.tierSinceAt },
    });
    expect(ticket.holdings.slice(-2)).toMatchObject([
      { personId: 'wang', toAt: at, clockId: story.clock('leg').id },
      { personId: 'zhao', fromAt: at, toAt: null, clockId: story.clock('leg').id },
    ]);
    expect(clockOf(ticket, 'resolve')).toEqual(story.clock('resolve'));
    expect(clockOf(ticket, 'leg')?.dueAt).toBe(story.clock('leg').dueAt);
    expect(events).toMatchObject([
      {
        type: 'handedOver',
        data: {
          ...{ fromPersonId: 'wang', personId: 'zhao', unitId: 'township', tier: 2 },
          ...{ cause: 'post', handoverId: 'h1' },
        },
      },
    ]);
  });

  it('splits the time and the overrun of the promise between both', () => {
    const story = atTownship();
    const late = november('27T10:00');
    const { ticket } = given(story, TO_ZHAO, late);
    const until = november('30T10:00');
    const [before, after] = [
      chainReport(story.ticket, districtCalendar, until),
      chainReport(ticket, districtCalendar, until),
    ];
    expect(after.total).toEqual(before.total);
    const [wang, zhao] = after.links.slice(-2);
    expect(wang?.personId).toBe('wang');
    expect(zhao?.personId).toBe('zhao');
    expect((wang?.workingSeconds ?? 0) + (zhao?.workingSeconds ?? 0)).toBe(
      before.links.at(-1)?.workingSeconds,
    );
    expect((wang?.overdueSeconds ?? 0) + (zhao?.overdueSeconds ?? 0)).toBe(
      before.links.at(-1)?.overdueSeconds,
    );
  });

  it('posts nothing to the book of figures', () => {
    const story = atTownship();
    expect(ledgerEntries(story.ticket, given(story).ticket, at)).toEqual([]);
  });

  it('lets the successor owe what was to be claimed', () => {
    const story = new TicketStory(november('02T09:00')).take('route', 'system', november('02T09:00'));
    const claim = story.clock('claim');
    const { ticket } = given(story, { ...TO_ZHAO, fromPersonId: 'officer', toPersonId: 'officer-b' });
    expect(clockOf(ticket, 'claim')).toEqual({ ...claim, personId: 'officer-b' });
    expect(ticket.status).toBe('dispatched');
  });

  it.each([
    ['answered', (story: TicketStory) => story.take('answer', 'township', november('03T10:00'))],
    ['need_info', (story: TicketStory) => story.take('requestInfo', 'township', november('03T10:00'))],
  ])('moves what is %s and leaves it so', (status, play) => {
    const { ticket } = given(play(atTownship()));
    expect(ticket).toMatchObject({ status, holderPersonId: 'zhao' });
  });

  it('keeps a request that waits for its ruling', () => {
    const story = atTownship().take('request', 'township', november('03T10:00'), extension('2026-11-30'));
    const { ticket, events } = given(story);
    expect(events.map(({ type }) => type)).toEqual(['handedOver']);
    expect(ticket.requests).toMatchObject([{ state: 'pending', hop: ticket.holdings.length }]);
  });

  it('moves nothing that is at an end or another holds', () => {
    const ended = atTownship()
      .take('answer', 'township', november('03T10:00'))
      .take('confirm', 'enterprise', november('03T11:00'));
    expect(given(ended).events).toEqual([]);
    expect(given(atOfficer()).events).toEqual([]);
  });

  it('leaves no complaint about the successor with a task force it will lead', () => {
    const about = new TicketStory(november('02T09:00'), { aboutPersonId: 'zhao' })
      .take('route', 'system', november('02T09:00'))
      .take('dispatch', 'office', november('02T10:00'), { holder: unit(3, 'task-force'), assistUnitIds: [] });
    expect(given(about).events).toEqual([]);
    const { ticket, events } = given(about, { ...TO_ZHAO, ledUnitIds: ['task-force'] });
    expect(ticket).toMatchObject({ holderUnitId: 'office', holderPersonId: null, tier: 4 });
    expect(events[0]?.data).toMatchObject({ cause: 'complaint', fromPersonId: 'wang' });
    const theirs = atTownship().take('dispatch', 'office', at, {
      ...{ holder: unit(3, 'task-force'), assistUnitIds: [] },
    });
    expect(given(theirs, { ...TO_ZHAO, ledUnitIds: ['task-force'] }).events).toEqual([]);
  });

  describe('with what conferences have left to do', () => {
    const complaint = (): TicketStory =>
      new TicketStory(november('02T09:00'), { aboutPersonId: 'zhao' })
        .take('route', 'system', november('02T09:00'))
        .take('dispatch', 'office', november('02T10:00'));
    const charged = (story = atOfficer()): TicketStory =>
      story
        .take('convene', 'office', november('02T15:00'), {
          ...{ subject: '管线迁改', heldAt: november('02T15:00'), personIds: ['wang'] },
        })
        .take('conclude', 'office', november('02T16:00'), {
          ...{ conference: 1, minutes: '各方发言', decision: '迁改' },
          followUps: [
            { what: '核对管线', personId: 'wang', dueOn: '2026-11-06' },
            { what: '核对用地', personId: 'chen', dueOn: '2026-11-06' },
          ],
        });
    const assignees = ({ followUps }: Ticket) => followUps.map(({ unitId, personId }) => unitId ?? personId);

    it('gives it to the successor, who may read the ticket', () => {
      const { ticket, events } = given(charged());
      expect(assignees(ticket)).toEqual(['zhao', 'chen']);
      expect(ticket.heldPersonIds).toContain('zhao');
      expect(ticket.followUps[0]).toMatchObject({ dueOn: '2026-11-06', doneAt: null });
      expect(events).toMatchObject([
        {
          type: 'followUpsReassigned',
          data: { followUps: ['1'], fromPersonId: 'wang', personIds: ['zhao'], unitIds: [] },
        },
      ]);
    });

    it('gives it also when the ticket has ended, and not what is done', () => {
      const ended = charged().take('withdraw', 'enterprise', november('03T09:00'));
      expect(assignees(given(ended).ticket)).toEqual(['zhao', 'chen']);
      const done = charged().take('finishFollowUp', 'office', november('03T09:00'));
      expect(given(done).events).toEqual([]);
    });

    it('gives it to the office where the complaint is about the successor', () => {
      const { ticket } = given(charged(complaint()));
      expect(assignees(ticket)).toEqual(['office', 'chen']);
      expect(ticket.heldPersonIds).not.toContain('zhao');
    });
  });

  it('never gives a complaint to the person it is about', () => {
    const about = new TicketStory(november('02T09:00'), { aboutPersonId: 'zhao' })
      .take('route', 'system', november('02T09:00'))
      .take('dispatch', 'office', november('02T10:00'))
      .take('claim', 'township', november('02T11:00'));
    const { ticket, events } = given(about);
    expect(ticket).toMatchObject({
      status: 'dispatched',
      tier: 4,
      holderUnitId: 'office',
      holderPersonId: null,
    });
    expect(events[0]?.data).toMatchObject({ cause: 'complaint', personId: null, unitId: 'office' });
    const waiting = given(about.take('requestInfo', 'township', november('03T10:00'))).ticket;
    expect(waiting).toMatchObject({ status: 'need_info', holderUnitId: 'office', holderPersonId: null });
    const nowhere = handOverPost(
      about.ticket,
      { ...TO_ZHAO, complaintsTo: null },
      about.context('office', at),
    );
    expect(nowhere).toMatchObject({ ok: false, refusal: { code: 'handover.complaint_stranded' } });
  });
});
