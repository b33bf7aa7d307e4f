import { accepted, refused, type Decision } from '../../decision';
import { overdueMs } from '../../sla';
import { SECOND_MS } from '../../time';
import { holderAbove } from '../../responsibility/chain-of-responsibility';
import {
  escalationKey,
  record,
  unchanged,
  type Change,
  type Escalation,
  type EscalationCause,
} from '../change';
import type { Context } from '../context';
import { handOver } from '../hop';
import { promiseOf, type Ticket } from '../ticket';

/** The holder or the office asks for the next tier. */
export function escalate(ticket: Ticket, input: { readonly reason: string }, ctx: Context): Decision<Change> {
  if (ticket.escalationKeys.includes(escalationKey(ticket, 'manual'))) {
    return refused('ticket.already_escalated', '本轮已从这一层级申请提级过');
  }
  const risen = rise(unchanged(ticket), 'manual', ctx, input.reason);
  return risen.events.length > 0 ? accepted(risen) : refused('ticket.top_tier', '已无更高层级可以提级');
}

/**
 * One tier up, to the next place that has a holder; without one nothing changes.
 * The key (ticket, round, tier left, cause) makes a second rise for the same cause impossible in the database.
 */
export function rise(change: Change, cause: EscalationCause, ctx: Context, reason?: string): Change {
  const { ticket } = change;
  const holder = ticket.tier === null ? null : holderAbove(ctx.chain, ticket.tier);
  const key = escalationKey(ticket, cause);
  if (ticket.tier === null || holder === null || ticket.escalationKeys.includes(key)) return change;
  const escalationKeys = [...ticket.escalationKeys, key];
  const data = {
    fromTier: ticket.tier,
    toTier: holder.tier,
    cause,
    unitId: holder.unitId,
    personId: holder.personId,
    overdueSeconds: overdueSeconds(ticket, ctx),
  };
  const moved = record(
    { ...change, ticket: { ...handOver(ticket, holder, ctx), escalationKeys } },
    ctx,
    'escalated',
    {
      data,
      texts: reason === undefined ? {} : { reason },
    },
  );
  const escalation: Escalation = {
    id: ctx.newId(),
    round: ticket.round,
    fromTier: ticket.tier,
    toTier: holder.tier,
    cause,
    at: ctx.now,
    seq: moved.ticket.version,
  };
  return { ...moved, escalations: [...moved.escalations, escalation] };
}

function overdueSeconds(ticket: Ticket, ctx: Context): number {
  const promise = promiseOf(ticket);
  return promise === null ? 0 : Math.floor(overdueMs(promise, ctx.now, ctx.calendar) / SECOND_MS);
}
