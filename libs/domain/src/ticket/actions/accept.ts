import { alter, record, unchanged, type Change } from '../change';
import type { Context } from '../context';
import type { Ticket } from '../ticket';

/** The problem is taken on; the promise starts with the dispatch, not here. */
export function accept(ticket: Ticket, ctx: Context): Change {
  const taken = alter(unchanged(ticket), {
    status: 'accepted',
    collectedAt: ticket.collectedAt ?? ctx.now,
    triageReason: null,
  });
  return record(taken, ctx, 'accepted');
}
