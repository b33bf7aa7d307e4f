import { accepted, refused, type Declined } from '../../decision';
import { holderBelow, startingTier, type Holder } from '../../responsibility/chain-of-responsibility';
import { severityRank } from '../axes';
import { alter, record, type Change } from '../change';
import type { Context } from '../context';
import { handOver } from '../hop';
import type { TicketRequest } from '../request';
import { promiseOf, type Ticket } from '../ticket';
import type { RequestInput, RequestProcedure, Terms } from './kind';

/** 降级: to a lower tier, a lighter severity, or both. The promise to the enterprise stays what it was. */
export const DOWNGRADE: RequestProcedure = {
  takes: ['basis', 'evidence', 'to', 'toSeverity'],
  hindrances: (ticket, terms) =>
    isOverdue(ticket, terms) ? [refused('downgrade.overdue', '已超过办结时限的诉求不能降级')] : [],
  objection: (ticket, input, ctx) => notLower(ticket, input) ?? nobodyBelow(ticket, input, ctx),
  destination,
  approve: (change, request, ctx) => {
    // Further down the wait for its rise would begin anew.
    if (isOverdue(change.ticket, ctx)) return refused('request.overtaken', '已超过办结时限，不能再降级');
    const lightened = lighten(change, request, ctx);
    if (request.to === null) return accepted(lightened);
    const handed = { ...lightened, ticket: handOver(lightened.ticket, request.to, ctx) };
    return accepted(record(handed, ctx, 'dispatched', { data: { ...request.to, because: 'downgrade' } }));
  },
};

function isOverdue(ticket: Ticket, { now }: Terms): boolean {
  const promise = promiseOf(ticket);
  return promise !== null && now >= promise.dueAt;
}

function notLower(ticket: Ticket, { to, toSeverity }: RequestInput): Declined | null {
  if (to !== undefined && ticket.tier !== null && to.tier >= ticket.tier) {
    return refused('downgrade.not_lower', '降级应交给更低层级的单位', '/toUnitId');
  }
  return toSeverity !== undefined && severityRank(toSeverity) >= severityRank(ticket.severity)
    ? refused('downgrade.not_lower', '难易程度应低于现在的程度', '/toSeverity')
    : null;
}

const nobodyBelow = (ticket: Ticket, input: RequestInput, ctx: Context): Declined | null =>
  input.toSeverity === undefined && destination(ticket, input, ctx) === null
    ? refused('downgrade.nobody_below', '下一层级没有可以承办的单位或人员')
    : null;

/** The unit named; else where the lighter severity starts, if that is lower; else one tier down. */
function destination(ticket: Ticket, { to, toSeverity }: RequestInput, ctx: Context): Holder | null {
  if (to !== undefined || ticket.tier === null) return to ?? null;
  const { aboutPersonId, channel, tier } = ticket;
  const { chain, policy } = ctx;
  if (toSeverity === undefined) return holderBelow(chain, tier, aboutPersonId);
  const start = startingTier({ severity: toSeverity, channel, aboutPersonId }, policy);
  const next = chain.ladder.find((rung) => rung > start && rung <= tier) ?? tier;
  return start < tier ? holderBelow(chain, next, aboutPersonId) : null;
}

function lighten(change: Change, { toSeverity }: TicketRequest, ctx: Context): Change {
  if (toSeverity === null) return change;
  const data = { from: change.ticket.severity, to: toSeverity };
  return record(alter(change, { severity: toSeverity }), ctx, 'severityLowered', { data });
}
