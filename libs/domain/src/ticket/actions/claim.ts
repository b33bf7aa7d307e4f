import { alter, record, unchanged, type Change } from '../change';
import { stopClocks } from '../clockwork';
import type { Context } from '../context';
import { namePerson } from '../hop';
import type { Ticket } from '../ticket';

/** A person of the holding unit takes it on by name. */
export function claim(ticket: Ticket, ctx: Context): Change {
  // Who takes the holder's place takes nothing away from it: the holder is back one day.
  const { holderPersonId } = ticket;
  const forHolder = holderPersonId !== null && ctx.onBehalfOfId === holderPersonId;
  const personId = forHolder ? holderPersonId : ctx.actor.id;
  const named = personId === null ? ticket : namePerson(ticket, personId);
  const change = alter(unchanged(stopClocks(named, ['claim'], ctx)), { status: 'in_progress' });
  return record(change, ctx, 'claimed', { data: { personId } });
}
