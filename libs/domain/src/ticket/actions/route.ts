import { chooseHolder } from '../../responsibility/chain-of-responsibility';
import { alter, record, unchanged, type Change } from '../change';
import type { Context } from '../context';
import { handOver } from '../hop';
import type { Ticket } from '../ticket';

/** The system finds the starting tier's holder; when the place is empty the triage desk gets the reason. */
export function route(ticket: Ticket, ctx: Context): Change {
  const routing = chooseHolder(ticket, ctx.chain);
  if (!routing.found) {
    const waiting = alter(unchanged(ticket), { triageReason: routing.reason });
    return record(waiting, ctx, 'triaged', { data: { tier: routing.tier, reason: routing.reason } });
  }
  const { holder, why } = routing;
  const change = unchanged(handOver(ticket, holder, ctx));
  return record(change, ctx, 'routed', {
    data: { tier: holder.tier, unitId: holder.unitId, personId: holder.personId, why },
  });
}
