import { accepted, refused, type Decision } from '../../decision';
import { escalationTerms, overdueMs, type Allowance } from '../../sla';
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
import type { TicketEvent } from '../events';
import { handOver } from '../hop';
import { promiseOf, type Ticket } from '../ticket';

/** The holder or the office asks for the next tier. */
export function escalate(ticket: Ticket, input: { readonly reason: string }, ctx: Context): Decision<Change> {
  const risen = rise(unchanged(ticket), 'manual', ctx, { reason: input.reason });
  return risen.events.length > 0 ? accepted(risen) : refused('ticket.top_tier', '已无更高层级可以提级');
}

/** What is told of a rise beside its cause. */
export interface RiseGrounds {
  readonly reason?: string;
  /** What the trigger that raised it was reckoned from. */
  readonly values?: TicketEvent['data'];
}

/**
 * One tier up, to the next place that has a holder; without one nothing changes.
 * The key (ticket, round, tier left, cause) makes a second rise for the same cause impossible in the database.
 */
export function rise(change: Change, cause: EscalationCause, ctx: Context, why: RiseGrounds = {}): Change {
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
    ...ruleValues(cause, ticket, ctx),
    ...why.values,
  };
  const moved = record(
    { ...change, ticket: { ...handOver(ticket, holder, ctx), escalationKeys } },
    ctx,
    'escalated',
    {
      data,
      texts: why.reason === undefined ? {} : { reason: why.reason },
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

/** As `explainEscalation` reads it: `3 workingDays` or `sameDay`. */
export const storedAllowance = (allowance: Allowance): string =>
  allowance.unit === 'sameDay' ? allowance.unit : `${String(allowance.count)} ${allowance.unit}`;

type Values = TicketEvent['data'];

/** The rule that fired with the values it fired on: what `explainEscalation` tells people. */
const RULE_VALUES: Record<EscalationCause, (ticket: Ticket, ctx: Context) => Values> = {
  manual: () => ({}),
  resolve_overdue: (ticket, { policy }) => ({
    after: storedAllowance(escalationTerms(policy, ticket.severity).afterDue),
    dueAt: promiseOf(ticket)?.dueAt ?? null,
    arrivedAt: ticket.tierSinceAt,
    reachedAt: ticket.escalateAt,
  }),
  redispatched: (ticket, { policy }) => ({
    count: ticket.handDispatchCount,
    limit: escalationTerms(policy, ticket.severity).atRedispatch,
  }),
  disputed_twice: (ticket, { policy }) => ({
    count: ticket.disputeCount,
    limit: escalationTerms(policy, ticket.severity).atDispute,
  }),
  returned: (ticket, { policy }) => ({
    count: ticket.returnCount,
    limit: escalationTerms(policy, ticket.severity).mostReturns,
  }),
  leg_overdue: () => ({}),
  unclaimed: () => ({}),
};

const ruleValues = (cause: EscalationCause, ticket: Ticket, ctx: Context): Values => ({
  policyVersion: ctx.policy.version,
  ...RULE_VALUES[cause](ticket, ctx),
});

function overdueSeconds(ticket: Ticket, ctx: Context): number {
  const promise = promiseOf(ticket);
  return promise === null ? 0 : Math.floor(overdueMs(promise, ctx.now, ctx.calendar) / SECOND_MS);
}
