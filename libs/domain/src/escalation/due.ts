import { close } from '../ticket/actions/verdict';
import { lapseInfo } from '../ticket/actions/information';
import { supervised } from '../ticket/actions/remark';
import { rise } from '../ticket/actions/escalate';
import { alter, record, unchanged, type Change } from '../ticket/change';
import type { Context } from '../ticket/context';
import type { Instant } from '../time';
import { settle } from '../ticket/settle';
import type { TicketClock } from '../ticket/ticket';

interface Announcement {
  readonly clock: TicketClock;
  readonly lamp: 'yellow' | 'red';
  readonly dueAt: Instant;
}

/**
 * Everything that has become due by now, in the order it would have happened; nothing when nothing has.
 * Each effect leaves its mark on the ticket (warned, lapsed, tier, status), so a second call does nothing; what an
 * effect makes due in turn (a lapsed pause that wakes an overdue clock) follows at once.
 */
export function bringUpToDate(start: Change, ctx: Context): Change {
  const announced = dueAnnouncements(start, ctx).reduce((change, due) => announce(change, due, ctx), start);
  const risen = escalateWhenOverdue(announced, ctx);
  const woken = wake(risen, ctx);
  return woken === start ? start : bringUpToDate(settle(woken, ctx), ctx);
}

function dueAnnouncements(change: Change, ctx: Context): Announcement[] {
  return change.ticket.clocks
    .filter((clock) => clock.state === 'running')
    .flatMap((clock): Announcement[] => {
      if (!clock.lapsed && clock.dueAt <= ctx.now) return [{ clock, lamp: 'red', dueAt: clock.dueAt }];
      if (!clock.warned && clock.warnAt !== null && clock.warnAt <= ctx.now)
        return [{ clock, lamp: 'yellow', dueAt: clock.warnAt }];
      return [];
    })
    .sort((a, b) => a.dueAt - b.dueAt);
}

/** A lamp that changed is told once; an unclaimed ticket is urged. */
function announce(change: Change, due: Announcement, ctx: Context): Change {
  const { clock, lamp } = due;
  const marks = lamp === 'red' ? { warned: true, lapsed: true } : { warned: true };
  const clocks = change.ticket.clocks.map((each) => (each.id === clock.id ? { ...each, ...marks } : each));
  const marked = alter(change, { clocks });
  const told = record(marked, ctx, 'lampChanged', { data: { clockId: clock.id, kind: clock.kind, lamp } });
  return clock.kind === 'claim' && lamp === 'red'
    ? record(told, ctx, 'urged', { data: { cause: 'unclaimed', clockId: clock.id } })
    : told;
}

const SUPERVISION_TEXT = {
  risen: '已超过办结时限，现予提级并督办，请尽快答复企业。',
  stays: '已超过办结时限，现予督办，请尽快答复企业。',
} as const;

/** Supervised and one tier up. A place above that has become empty since is supervised where it is, once. */
function escalateWhenOverdue(change: Change, ctx: Context): Change {
  const { escalateAt } = change.ticket;
  if (escalateAt === null || escalateAt > ctx.now) return change;
  const risen = rise(change, 'resolve_overdue', ctx);
  const text = risen === change ? SUPERVISION_TEXT.stays : SUPERVISION_TEXT.risen;
  const supervision = supervised(risen.ticket, { type: 'supervised', text }, ctx);
  return {
    ...risen,
    ticket: supervision.ticket,
    events: [...risen.events, ...supervision.events],
  };
}

function wake(change: Change, ctx: Context): Change {
  const { ticket } = change;
  if (ticket.wakeAt === null || ticket.wakeAt > ctx.now) return change;
  const next = ticket.status === 'need_info' ? lapseInfo(ticket, ctx) : silentClosing(change, ctx);
  return next === change
    ? change
    : { ...next, events: [...change.events, ...next.events], escalations: change.escalations };
}

function silentClosing(change: Change, ctx: Context): Change {
  if (change.ticket.status !== 'answered') return change;
  const closed = close(change.ticket, {}, ctx);
  return closed.ok ? closed.value : change;
}

/** The usual call: what is due on a ticket that nothing else happens to. */
export const dueEffects = (ticket: Change['ticket'], ctx: Context): Change =>
  bringUpToDate(unchanged(ticket), ctx);
