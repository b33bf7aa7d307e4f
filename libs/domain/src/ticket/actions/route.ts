import { chooseHolder, type Routing } from '../../responsibility/chain-of-responsibility';
import { alter, record, unchanged, type Change } from '../change';
import type { Context } from '../context';
import type { TicketEvent } from '../events';
import { handOver } from '../hop';
import type { Ticket } from '../ticket';

/** The system finds the starting tier's holder; when the place is empty the triage desk gets the reason. */
export function route(ticket: Ticket, ctx: Context): Change {
  const routing = chooseHolder(ticket, ctx.chain, ctx.policy);
  if (!routing.found) {
    const { tier, reason } = routing;
    const waiting = alter(unchanged(ticket), { triageReason: reason });
    return record(waiting, ctx, 'triaged', { data: { tier, reason, ...grounds(ticket, routing, ctx) } });
  }
  const { holder, source } = routing;
  const change = unchanged(handOver(ticket, holder, ctx));
  return record(change, ctx, 'routed', {
    data: {
      ...{ tier: holder.tier, unitId: holder.unitId, personId: holder.personId },
      ...{ why: `${routing.rule}:${source}`, source, ...grounds(ticket, routing, ctx) },
    },
  });
}

/** What decided, as `explainHop` tells it to people. */
const grounds = (
  { severity, channel }: Ticket,
  { rule, startTier, unused }: Routing,
  { policy }: Context,
): TicketEvent['data'] => ({
  ...{ severity, channel, rule, startTier },
  ...(rule === 'window' && policy.windowRaisesBy !== 1 ? { raisedBy: policy.windowRaisesBy } : {}),
  ...(unused.length === 0 ? {} : { unused: unused.map(String) }),
});
