import { close } from '../ticket/actions/verdict';
import { lapseInfo } from '../ticket/actions/information';
import { supervised } from '../ticket/actions/remark';
import { rise } from '../ticket/actions/escalate';
import { alter, record, unchanged, type Change } from '../ticket/change';
import type { Context } from '../ticket/context';
import type { Instant } from '../time';
import { settle } from '../ticket/settle';
import { fire, ownerOf } from './fire';
import { pendingTriggers, type PendingTrigger } from '../ticket/triggers';
import type { TicketStatus } from '../ticket/axes';
import { reminders, type Reminder } from '../ticket/reminders';
import { withRequest } from '../ticket/request';
import { resume } from '../ticket/actions/suspension';
import type { Ticket, TicketClock } from '../ticket/ticket';

interface Announcement {
  readonly clock: TicketClock;
  readonly lamp: 'yellow' | 'red';
  readonly at: Instant;
}

type Moment = Announcement | PendingTrigger;

/**
 * Everything that has become due by now, in the order it would have happened; nothing when nothing has.
 * Each effect leaves its mark on the ticket (warned, lapsed, tier, status), so a second call does nothing; what an
 * effect makes due in turn (a lapsed pause that wakes an overdue clock) follows at once.
 */
export function bringUpToDate(start: Change, ctx: Context): Change {
  const passed = dueMoments(start, ctx).reduce(
    (change, due) => ('trigger' in due ? fire(change, due, ctx) : announce(change, due, ctx)),
    start,
  );
  const reminded = dueReminders(passed, ctx);
  const risen = escalateWhenOverdue(reminded, ctx);
  const woken = wake(risen, ctx);
  return woken === start ? start : bringUpToDate(settle(woken, ctx), ctx);
}

/** What the running clocks bring about by now, clock by clock: the lamp, then the policy's triggers. */
function dueMoments({ ticket }: Change, ctx: Context): Moment[] {
  return ticket.clocks
    .flatMap((clock): Moment[] => [
      ...dueAnnouncements(clock, ctx.now),
      ...pendingTriggers(clock, ticket, ctx).filter(({ at }) => at <= ctx.now),
    ])
    .sort((a, b) => a.at - b.at);
}

function dueAnnouncements(clock: TicketClock, now: Instant): Announcement[] {
  if (clock.state !== 'running') return [];
  if (!clock.lapsed && clock.dueAt <= now) return [{ clock, lamp: 'red', at: clock.dueAt }];
  if (!clock.warned && clock.warnAt !== null && clock.warnAt <= now)
    return [{ clock, lamp: 'yellow', at: clock.warnAt }];
  return [];
}

/** A lamp that changed is told once. */
function announce(change: Change, due: Announcement, ctx: Context): Change {
  const { clock, lamp } = due;
  const running = change.ticket.clocks.some(({ id, state }) => id === clock.id && state === 'running');
  if (!running) return change; // a trigger that came before it has raised the ticket
  // Told before a change of rules moved it back: on record a second time, told only once.
  const again = clock.hushed === 'red' || clock.hushed === lamp;
  const marks = lamp === 'red' ? { warned: true, lapsed: true } : { warned: true };
  const clocks = change.ticket.clocks.map((each) => (each.id === clock.id ? { ...each, ...marks } : each));
  const marked = alter(change, { clocks });
  // The clock forgets its due time with the next one; lists of what was overdue then still need it.
  const passed = lamp === 'red' ? { dueAt: clock.dueAt } : {};
  const { id: clockId, kind } = clock;
  return record(marked, ctx, 'lampChanged', {
    data: { ...ownerOf(clock), clockId, kind, lamp, ...passed, ...(again ? { again } : {}) },
  });
}

/** A ruling or an item whose time has passed is told once. */
function dueReminders(change: Change, ctx: Context): Change {
  return reminders(change.ticket)
    .filter(({ dueAt }) => dueAt <= ctx.now)
    .reduce((next, reminder) => remind(next, reminder, ctx), change);
}

function remind(change: Change, reminder: Reminder, ctx: Context): Change {
  const { ticket } = change;
  if (reminder.of === 'request') {
    const { id: requestId, kind, rulers, rulerUnitId } = reminder.request;
    const told = alter(change, { requests: withRequest(ticket.requests, requestId, { reminded: true }) });
    return record(told, ctx, 'rulingDue', { data: { requestId, kind, rulers, rulerUnitId } });
  }
  if (reminder.of === 'followUp') {
    const { followUp } = reminder;
    const followUps = ticket.followUps.map((each) =>
      each === followUp ? { ...each, reminded: true } : each,
    );
    const { ordinal, unitId, personId } = followUp;
    return record(alter(change, { followUps }), ctx, 'followUpOverdue', {
      data: { followUp: ordinal, unitId, personId },
    });
  }
  const { kind, ordinal } = reminder.item;
  const items = ticket.items.map((item) => (item === reminder.item ? { ...item, reminded: true } : item));
  return record(alter(change, { items }), ctx, 'itemOverdue', { data: { kind, item: ordinal } });
}

const SUPERVISION_TEXT = {
  risen: '已超过办结时限，现予提级并督办，请尽快答复企业。',
  stays: '已超过办结时限且无更高层级可以提级，现予督办，请提交阶段性报告并尽快答复企业。',
} as const;

/** Supervised and one tier up; at the top, or below a place that is empty, a stage report is asked for instead. */
function escalateWhenOverdue(change: Change, ctx: Context): Change {
  const { escalateAt } = change.ticket;
  if (escalateAt === null || escalateAt > ctx.now) return change;
  const risen = rise(change, 'resolve_overdue', ctx);
  const stays = risen === change;
  const text = stays ? SUPERVISION_TEXT.stays : SUPERVISION_TEXT.risen;
  const asked = stays ? { ...risen.ticket, reportAsked: true } : risen.ticket;
  const supervision = supervised(asked, { type: 'supervised', text }, ctx);
  return {
    ...risen,
    ticket: supervision.ticket,
    events: [...risen.events, ...supervision.events],
  };
}

function wake(change: Change, ctx: Context): Change {
  const { ticket } = change;
  if (ticket.wakeAt === null || ticket.wakeAt > ctx.now) return change;
  const next = WAKES[ticket.status]?.(ticket, ctx) ?? null;
  return next === null
    ? change
    : { ...next, events: [...change.events, ...next.events], escalations: change.escalations };
}

/** What the system does by itself when the time of a waiting status is up. */
const WAKES: Partial<Record<TicketStatus, (ticket: Ticket, ctx: Context) => Change | null>> = {
  need_info: lapseInfo,
  suspended: (ticket, ctx) => resume(ticket, {}, ctx),
  answered: (ticket, ctx) => {
    const closed = close(ticket, {}, ctx);
    return closed.ok ? closed.value : null;
  },
};

/** The usual call: what is due on a ticket that nothing else happens to. */
export const dueEffects = (ticket: Change['ticket'], ctx: Context): Change =>
  bringUpToDate(unchanged(ticket), ctx);
