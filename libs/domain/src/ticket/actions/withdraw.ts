import { alter, record, unchanged, type Change } from '../change';
import { releaseAll } from '../assisting';
import { stopAllClocks } from '../clockwork';
import type { Context } from '../context';
import { endHop } from '../hop';
import type { Ticket } from '../ticket';

export function withdraw(ticket: Ticket, input: { readonly reason: string }, ctx: Context): Change {
  const ended = endHop(releaseAll(stopAllClocks(ticket, ctx), ctx), ctx);
  const change = alter(unchanged(ended), { status: 'withdrawn', closedAt: ctx.now, wakeAt: null });
  return record(change, ctx, 'withdrawn', { texts: { reason: input.reason } });
}
