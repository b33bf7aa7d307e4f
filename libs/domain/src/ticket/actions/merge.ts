import { accepted, refused, type Decision, type Declined } from '../../decision';
import { dueAtIfResumed } from '../../sla';
import type { Instant } from '../../time';
import { isOneOf, STATUS_LABEL } from '../axes';
import { alter, record, unchanged, type Change } from '../change';
import { pauseClocks, resumeAfter, resumeClocks } from '../clockwork';
import type { Context } from '../context';
import { ALIVE } from '../lifecycle';
import { added } from '../added';
import { promiseOf, type Ticket } from '../ticket';

/** Both sides of a merge: the ticket that goes along and the one it goes along with. */
export interface Merging {
  readonly child: Change;
  readonly parent: Change;
}

/**
 * 并案: the child stands still and counts nowhere while its parent is handled for both. Nothing of it is lost: its
 * clocks, hops and figures stay its own, and an unmerge puts it back where it stood.
 */
export function merge(child: Ticket, parent: Ticket, ctx: Context): Decision<Merging> {
  const objection = objectionTo(child, parent, ctx);
  if (objection !== null) return objection;
  const standing = alter(unchanged(standStill(child, ctx)), {
    status: 'merged',
    mergedIntoId: parent.id,
    mergedFrom: child.status,
    mergedAt: ctx.now,
    // Who handles the parent handles this one along, and must be able to read it.
    heldUnitIds: added(child.heldUnitIds, parent.holderUnitId),
    heldPersonIds: added(child.heldPersonIds, parent.holderPersonId),
  });
  const into = alter(unchanged(parent), { childIds: added(parent.childIds, child.id) });
  return accepted({
    child: record(standing, ctx, 'merged', { data: { intoTicketId: parent.id, intoNumber: parent.number } }),
    parent: record(into, ctx, 'childMerged', { data: { childId: child.id, childNumber: child.number } }),
  });
}

/** Waits of a ticket that are limited and published: the time it went along with another is no part of them. */
const OWN_WAITS = ['need_info', 'suspended'] as const;

const standStill = (child: Ticket, ctx: Context): Ticket =>
  pauseClocks(isOneOf(OWN_WAITS, child.status) ? resumeClocks(child, ctx) : child, 'merged', ctx);

function goOn(child: Ticket, ctx: Context): Ticket {
  const { mergedFrom } = child;
  const running = resumeAfter(child, 'merged', ctx);
  return mergedFrom !== null && isOneOf(OWN_WAITS, mergedFrom)
    ? pauseClocks(running, mergedFrom, ctx)
    : running;
}

/** When the promise falls due, should the ticket wait as long as it may. */
function owedAt(ticket: Ticket, { now, calendar }: Context): Instant | undefined {
  const promise = promiseOf(ticket);
  const waitsUntil = isOneOf(OWN_WAITS, ticket.status) ? Math.max(ticket.wakeAt ?? now, now) : now;
  return promise === null ? undefined : dueAtIfResumed(promise, waitsUntil, calendar);
}

function objectionTo(child: Ticket, parent: Ticket, ctx: Context): Declined | null {
  const at = '/intoTicketId';
  if (child.id === parent.id) return refused('merge.same_ticket', '不能并入自身', at);
  if (child.regionCode !== parent.regionCode)
    return refused('merge.other_district', '只能并入本区的诉求', at);
  if (!isOneOf(ALIVE, parent.status)) {
    return refused(
      'merge.parent_ended',
      `要并入的诉求已“${STATUS_LABEL[parent.status]}”，请另选一件在办的`,
      at,
    );
  }
  // Handled together with an ordinary ticket, from either side, a complaint could reach the person it is about.
  if (child.aboutPersonId !== parent.aboutPersonId) {
    return refused('merge.complaint', '反映工作人员的诉求不能与其他诉求并案', at);
  }
  const [due, later] = [owedAt(child, ctx), owedAt(parent, ctx)];
  // A parent nobody has been given yet has promised nothing: its time starts later than the child's.
  if (due !== undefined && (later === undefined || later > due)) {
    return refused('merge.later_promise', '要并入的诉求办结时限更晚，会拖延本件；请把它并入本件', at);
  }
  return null;
}

/** The child is back where it stood and its clocks run on. */
export function unmerge(child: Ticket, ctx: Context): Change {
  const back = alter(unchanged(goOn(child, ctx)), {
    status: child.mergedFrom ?? 'submitted',
    mergedIntoId: null,
    mergedFrom: null,
    mergedAt: null,
    wakeAt: wakeAfter(child, ctx),
  });
  return record(back, ctx, 'unmerged', { data: { fromTicketId: child.mergedIntoId } });
}

/**
 * The silence after an answer and the cap of a pause did not run while the ticket stood still. A review date is a day
 * that was named: it stays, and one that has passed meanwhile is now.
 */
function wakeAfter({ mergedAt, mergedFrom, wakeAt }: Ticket, { now, calendar }: Context): Instant | null {
  if (wakeAt === null || mergedAt === null) return wakeAt;
  if (mergedFrom === 'suspended') return Math.max(wakeAt, now);
  const stood = calendar.elapsed(mergedAt, now);
  // No time added leaves a closing time a closing time.
  return stood === 0 ? wakeAt : calendar.addTime(wakeAt, stood);
}

/** The parent without the child; unless it has ended, it records that the child left. */
export function withoutChild(parent: Ticket, child: Ticket, ctx: Context): Change {
  const left = alter(unchanged(parent), { childIds: parent.childIds.filter((id) => id !== child.id) });
  if (!isOneOf(ALIVE, parent.status)) return left;
  return record(left, ctx, 'childUnmerged', { data: { childId: child.id, childNumber: child.number } });
}

/** What happens to a merged ticket when its parent has moved: told of a result, set free when there will be none. */
export function followParent(child: Ticket, parent: Ticket, ctx: Context): Change {
  if (child.status !== 'merged' || child.mergedIntoId !== parent.id) return unchanged(child);
  if (isOneOf(SETS_FREE, parent.status)) return unmerge(child, ctx);
  return record(unchanged(child), ctx, 'parentAdvanced', {
    data: { parentId: parent.id, parentNumber: parent.number, status: parent.status },
  });
}

/** Statuses of a parent that set its children free: there will be no result. */
export const SETS_FREE = ['rejected', 'withdrawn'] as const;

/** Statuses of a parent that concern its children. */
const FOLLOWED = ['answered', 'closed', ...SETS_FREE] as const;

/** Whether what happened to a parent concerns its children: a result, an end, or a result that did not hold. */
export const concernsChildren = (before: Ticket | null, { status, round }: Ticket): boolean =>
  (before?.status !== status && isOneOf(FOLLOWED, status)) || (before !== null && before.round < round);
