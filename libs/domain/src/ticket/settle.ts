import { holderAbove } from '../responsibility/chain-of-responsibility';
import { dueUnder, escalationTerms, type Allowance } from '../sla';
import type { Instant } from '../time';
import { CLOCK_EFFECT } from './axes';
import { escalationKey, type Change } from './change';
import { lapseConferences } from './actions/conference';
import type { Context } from './context';
import { reminders } from './reminders';
import { lapseRequest } from './requests/request';
import { legOf, promiseOf, type Ticket, type TicketClock } from './ticket';
import { nextTriggerAt } from './triggers';

/** Last step of every action: which request has it overtaken, and when does the ticket rise by itself from here? */
export function settle(decided: Change, ctx: Context): Change {
  const change = lapseConferences(lapseRequest(decided, ctx), ctx);
  const escalateAt = escalationMoment(change.ticket, ctx);
  const triggerAt = nextTriggerAt(change.ticket, ctx);
  return { ...change, ticket: { ...change.ticket, escalateAt, triggerAt } };
}

function escalationMoment(ticket: Ticket, ctx: Context): Instant | null {
  const promise = promiseOf(ticket);
  if (CLOCK_EFFECT[ticket.status] !== 'running' || promise?.state !== 'running') return null;
  if (ticket.tier === null || ticket.tierSinceAt === null) return null;
  const since = Math.max(promise.dueAt, ticket.tierSinceAt);
  if (holderAbove(ctx.chain, ticket.tier) === null) {
    // Nobody is left to take it: the holder owes stage reports, one after the other.
    const from = Math.max(since, ticket.reportedAt ?? since);
    return ticket.reportAsked ? null : reckoned(ctx.policy.stageReport, from, promise, ctx);
  }
  if (ticket.escalationKeys.includes(escalationKey(ticket, 'resolve_overdue'))) return null;
  return reckoned(escalationTerms(ctx.policy, ticket.severity).afterDue, since, promise, ctx);
}

/** Counted from a moment on, while the promise runs: what an overdue ticket stood still does not hasten its rise. */
const reckoned = (
  allowance: Allowance,
  from: Instant,
  promise: TicketClock,
  { calendar }: Context,
): Instant => dueUnder(allowance, { ...promise, startedAt: from }, calendar);

const running = (ticket: Ticket): TicketClock[] => ticket.clocks.filter((clock) => clock.state === 'running');

/** The moments a clock still has something to announce. */
function announcements(clock: TicketClock): Instant[] {
  const moments: Instant[] = [];
  if (!clock.warned && clock.warnAt !== null) moments.push(clock.warnAt);
  if (!clock.lapsed) moments.push(clock.dueAt);
  return moments;
}

const earliest = (moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce<Instant | null>((min, at) => (at !== null && (min === null || at < min) ? at : min), null);

/** When the sweep must look at the ticket next; null when nothing can come due by itself. */
export function nextCheckAt(ticket: Ticket): Instant | null {
  if (ticket.status === 'merged') return null;
  const told = reminders(ticket).map(({ dueAt }) => dueAt);
  return earliest([
    ...running(ticket).flatMap(announcements),
    ...told,
    ticket.triggerAt,
    ticket.escalateAt,
    ticket.wakeAt,
  ]);
}

/** The earlier due time of the promise and the present leg: what the queues sort by. */
export function nextDueAt(ticket: Ticket): Instant | null {
  if (ticket.status === 'merged') return null;
  const live = [promiseOf(ticket), legOf(ticket)].filter(
    (clock) => clock !== null && clock.state !== 'stopped',
  );
  return earliest(live.map((clock) => clock?.dueAt ?? null));
}
