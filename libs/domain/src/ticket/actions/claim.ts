import { alter, record, unchanged, type Change } from '../change';
import { stopClocks } from '../clockwork';
import type { Context } from '../context';
import { namePerson } from '../hop';
import type { Ticket } from '../ticket';

/** A person of the holding unit takes it on by name. */
export function claim(ticket: Ticket, ctx: Context): Change {
  const named = ctx.actor.id === null ? ticket : namePerson(ticket, ctx.actor.id);
  const change = alter(unchanged(stopClocks(named, ['claim'], ctx)), { status: 'in_progress' });
  return record(change, ctx, 'claimed', { data: { personId: ctx.actor.id } });
}
