import { november } from '../../../../../test/support/november';
import { CAST } from '../../../../../test/support/ticket-cast';
import { atTownship, suspension, unit, ruled } from '../../../../../test/support/ticket-requests';
import { contextOf, type TicketStory } from '../../../../../test/support/ticket-stage';
import { chainReport } from '../../responsibility/chain-report';
import { districtCalendar } from '../../../../../test/support/november';
import { settle } from '../settle';
import { promiseOf, legOf, type Ticket } from '../ticket';
import { handOverComplaint, handOverLead, handOverOnDissolution, releaseDissolved } from './dissolution';

const AT = november('04T10:00');
const ctx = contextOf(CAST.office, AT);
const SUCCESSOR = unit(3, 'department');

/** In the task force's hands since Tuesday, claimed by its lead. */
const held = (): TicketStory =>
  atTownship()
    .take('dispatch', 'office', november('03T09:00'), {
      holder: unit(2, 'task-force'),
      assistUnitIds: [],
    })
    .take('claim', 'taskForce', november('03T10:00'));

const dissolved = ({ ticket }: TicketStory): Ticket =>
  settle(handOverOnDissolution(ticket, SUCCESSOR, ctx), ctx).ticket;

describe('a ticket whose task force is dissolved', () => {
  it('that is being worked on is claimed anew by another unit, on a leg of its own', () => {
    const before = held().ticket;
    const after = dissolved(held());
    expect(after).toMatchObject({
      status: 'dispatched',
      tier: 3,
      holderUnitId: 'department',
      holderPersonId: null,
    });
    expect(legOf(after)).toMatchObject({ unitId: 'department', state: 'running', startedAt: AT });
    expect(after.clocks.findLast(({ kind }) => kind === 'claim')).toMatchObject({ state: 'running' });
    expect(promiseOf(after)?.dueAt).toBe(promiseOf(before)?.dueAt);
  });

  it('has not been dispatched once more: nobody wanted to be rid of it', () => {
    const { dispatchCount, handDispatchCount } = held().ticket;
    expect(dissolved(held()).dispatchCount).toBe(dispatchCount);
    const sameTier = handOverOnDissolution(held().ticket, unit(2, 'other-township'), ctx).ticket;
    expect(sameTier).toMatchObject({ dispatchCount, handDispatchCount });
  });

  it('says why it came, from whom and to whom', () => {
    const { events } = handOverOnDissolution(held().ticket, SUCCESSOR, ctx);
    expect(events).toMatchObject([
      {
        type: 'handedOver',
        data: {
          ...{ fromUnitId: 'task-force', fromPersonId: 'sun', unitId: 'department', personId: null },
          ...{ tier: 3, cause: 'dissolution' },
        },
      },
    ]);
  });

  it('that waits goes on waiting: for material, for a date, or for the enterprise', () => {
    const asking = held().take('requestInfo', 'taskForce', november('03T11:00'));
    expect(dissolved(asking)).toMatchObject({ status: 'need_info', resumeStatus: 'in_progress' });
    const asked = held().take('request', 'taskForce', november('03T11:00'), suspension('2026-11-16'));
    expect(dissolved(ruled(asked, true, 'office', '03T14:00'))).toMatchObject({
      ...{ status: 'suspended', holderUnitId: 'department' },
    });
    const answered = held().take('answer', 'taskForce', november('03T11:00'));
    const after = dissolved(answered);
    expect(after).toMatchObject({
      status: 'answered',
      holderUnitId: 'department',
      wakeAt: answered.ticket.wakeAt,
    });
    expect(after.clocks.filter(({ state }) => state === 'running')).toEqual([]);
  });

  it('leaves a chain that still adds up', () => {
    const story = held();
    const report = chainReport({ ...dissolved(story) }, districtCalendar, november('05T10:00'));
    const sum = report.links.reduce((total, { workingSeconds }) => total + workingSeconds, 0);
    expect(sum).toBe(report.total.workingSeconds);
    expect(report.links).toHaveLength(3);
  });
});

describe('a task force that gets another lead', () => {
  it('keeps status, leg and promise; the new one goes on with what the old one had claimed', () => {
    const before = held().ticket;
    const { ticket, events } = handOverLead(before, 'li', ctx);
    expect(ticket).toMatchObject({ status: 'in_progress', holderUnitId: 'task-force', holderPersonId: 'li' });
    expect(legOf(ticket)?.id).toBe(legOf(before)?.id);
    expect(events).toMatchObject([
      { type: 'handedOver', data: { fromPersonId: 'sun', personId: 'li', cause: 'post' } },
    ]);
  });
});

describe('a complaint held by a task force that its subject comes to lead', () => {
  it('is claimed anew by another unit, which is told why; it has not been dispatched once more', () => {
    const before = held().ticket;
    const { ticket, events } = handOverComplaint(before, unit(4, 'office'), ctx);
    expect(ticket).toMatchObject({
      ...{ status: 'dispatched', tier: 4, holderUnitId: 'office', holderPersonId: null },
      ...{ dispatchCount: before.dispatchCount },
    });
    expect(events).toMatchObject([
      { type: 'handedOver', data: { fromUnitId: 'task-force', unitId: 'office', cause: 'complaint' } },
    ]);
  });
});

describe('an opinion asked of a task force that is dissolved', () => {
  it('is waited for no longer', () => {
    const story = atTownship().take('assist', 'township', november('03T10:00'), {
      ...{ unitId: 'task-force', question: '方案是否可行' },
    });
    const { ticket, events } = releaseDissolved(story.ticket, 'task-force', ctx);
    expect(ticket.assists).toMatchObject([{ state: 'released', releaseReason: '专班已解散' }]);
    expect(ticket.assistUnitIds).toEqual([]);
    expect(events).toMatchObject([{ type: 'assistReleased', data: { unitId: 'task-force' } }]);
    expect(releaseDissolved(ticket, 'task-force', ctx).events).toEqual([]);
  });
});
