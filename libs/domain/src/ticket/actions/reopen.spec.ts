import { inNovember, november } from '../../../../../test/support/november';
import { faultsOf } from '../../../../../test/support/ticket-invariants';
import { atOfficer, atTownship } from '../../../../../test/support/ticket-requests';
import type { TicketStory } from '../../../../../test/support/ticket-stage';
import { measuresOf } from '../../statistics/measures';
import { allowedActions } from '../permit';
import { CAST } from '../../../../../test/support/ticket-cast';
import { districtCalendar } from '../../../../../test/support/november';
import { chainReport } from '../../responsibility/chain-report';

const HOUR = 3_600;
const closed = (story = atTownship()): TicketStory =>
  story
    .take('answer', 'township', november('04T10:00'))
    .take('confirm', 'enterprise', november('05T10:00'), { solved: 'yes', rating: 5 });
const at = november('09T10:00');

describe('a reopening', () => {
  it('gives it back to the last holder in a new round, on the clocks it had', () => {
    const story = closed();
    const leg = story.clock('leg');
    story.take('reopen', 'office', at, { reason: '回访发现仍停电' });
    expect(story.ticket).toMatchObject({
      ...{ status: 'in_progress', round: 2, tier: 2, holderUnitId: 'township', holderPersonId: 'wang' },
      ...{ outcome: null, answeredAt: null, closedAt: null, verdict: null, disputeCount: 0 },
    });
    expect(story.ticket.holdings.map(({ clockId, round }) => [clockId, round])).toEqual([
      [leg.id, 1],
      [leg.id, 2],
    ]);
    expect(story.clock('leg')).toMatchObject({
      id: leg.id,
      state: 'running',
      originalDueAt: leg.originalDueAt,
    });
    expect(story.events.at(-1)).toMatchObject({
      type: 'reopened',
      data: { round: 2 },
      texts: { reason: '回访发现仍停电' },
    });
  });

  it('gives what remained when it was answered, not when it was closed', () => {
    const story = closed().take('reopen', 'office', at);
    // The promise stood still from the answer on the 4th at ten: three working days.
    expect(inNovember(story.clock('resolve').dueAt)).toBe('26T17:00');
    expect(inNovember(story.clock('leg').dueAt)).toBe('12T17:00');
  });

  it('counts no second while it was closed to anybody', () => {
    const story = closed().take('reopen', 'office', at);
    const { links, rounds, total } = chainReport(story.ticket, districtCalendar, november('09T14:00'));
    expect(links.map(({ workingSeconds }) => workingSeconds / HOUR)).toEqual([15, 2.5]);
    expect(rounds.map(({ workingSeconds }) => workingSeconds / HOUR)).toEqual([15, 2.5]);
    expect(total.workingSeconds).toBe(17.5 * HOUR);
    expect(faultsOf(story)).toEqual([]);
  });

  it('takes it out of what is resolved and closed, and into what is reworked', () => {
    const story = closed();
    expect(measuresOf(story.ticket)).toMatchObject({ resolved: 1, closed: 1, satisfied: 1, open: 0 });
    story.take('reopen', 'office', at);
    expect(measuresOf(story.ticket)).toMatchObject({
      resolved: 0,
      closed: 0,
      satisfied: 0,
      open: 1,
      reworked: 1,
    });
  });

  it('within thirty days needs a reason only, afterwards what a call-back showed', () => {
    const reopens = (when: string, callBack?: string): string | null =>
      closed().refusal('reopen', 'office', Date.parse(when), {
        reason: '未解决',
        ...(callBack === undefined ? {} : { callBack }),
      });
    expect(reopens('2026-12-05T10:00:00+08:00')).toBeNull();
    expect(reopens('2026-12-05T10:00:01+08:00')).toBe('reopen.too_late');
    expect(reopens('2026-12-05T10:00:01+08:00', ' ')).toBe('reopen.too_late');
    expect(reopens('2026-12-31T10:00:00+08:00', '企业反映仍停电')).toBeNull();
  });

  it('is the office’s alone, of what is closed and nothing else', () => {
    for (const by of ['township', 'officer', 'leader', 'enterprise', 'city'] as const) {
      expect([by, closed().refusal('reopen', by, at)]).toEqual([by, 'ticket.not_permitted']);
    }
    expect(atTownship().refusal('reopen', 'office', at)).toBe('ticket.wrong_status');
    const withdrawn = atTownship().take('withdraw', 'enterprise', november('04T10:00'));
    expect(withdrawn.refusal('reopen', 'office', at)).toBe('ticket.wrong_status');
    expect(allowedActions(CAST.office, closed().ticket)).toEqual(['reopen']);
  });

  it('opens a new request for material, and the same tier may be escalated from again', () => {
    const story = atOfficer().take('requestInfo', 'officer', november('02T11:00'));
    story
      .take('supplyInfo', 'enterprise', november('02T14:00'))
      .take('answer', 'officer', november('03T10:00'));
    story.take('confirm', 'enterprise', november('04T10:00')).take('reopen', 'office', at);
    expect(allowedActions(CAST.officer, story.ticket)).toEqual(
      expect.arrayContaining(['requestInfo', 'escalate', 'answer', 'request']),
    );
  });

  it('rises by itself when the new round runs late', () => {
    const story = closed().take('reopen', 'office', at).sweep(Date.parse('2026-12-31T17:00:00+08:00'));
    expect(story.escalations[0]).toMatchObject({ cause: 'resolve_overdue', round: 2, fromTier: 2 });
  });
});

describe('the rounds', () => {
  it('keep what was answered and what was said to it, each by itself', () => {
    const story = atOfficer().take('answer', 'officer', november('12T10:00'), {
      ...{ outcome: 'explained', route: '解释', result: '已解释' },
    });
    story.take('dispute', 'enterprise', november('12T14:00'));
    story
      .take('answer', 'officer', november('13T10:00'))
      .take('confirm', 'enterprise', november('13T14:00'), {
        ...{ solved: 'partly', rating: 3 },
      });
    story.take('reopen', 'office', november('16T10:00'));
    expect(story.ticket.rounds).toEqual([
      {
        ...{ number: 1, opened: 'dispatch', from: november('02T09:00'), closedAt: null },
        ...{ answeredAt: november('12T10:00'), outcome: 'explained', solved: 'no', rating: null },
        ...{ late: true, lateWithoutExtension: true, lastHour: false },
      },
      {
        ...{ number: 2, opened: 'dispute', from: november('12T14:00'), closedAt: november('13T14:00') },
        ...{ answeredAt: november('13T10:00'), outcome: 'resolved', solved: 'partly', rating: 3 },
        ...{ late: false, lateWithoutExtension: false, lastHour: false },
      },
      {
        ...{ number: 3, opened: 'reopen', from: november('16T10:00'), closedAt: null },
        ...{ answeredAt: null, outcome: null, solved: null, rating: null },
        ...{ late: false, lateWithoutExtension: false },
      },
    ]);
  });

  it('begin with the first dispatch', () => {
    const story = atOfficer();
    expect(story.ticket.rounds).toMatchObject([
      { number: 1, opened: 'dispatch', from: november('02T09:00') },
    ]);
  });
});
