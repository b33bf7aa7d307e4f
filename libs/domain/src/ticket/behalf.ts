import type { Actor, PersonActor } from '../access';
import type { Places } from '../responsibility/chain-of-responsibility';
import { standingsOf } from './standing';
import type { Ticket } from './ticket';

/**
 * For whom a person acts who has nothing to do with the ticket itself: the holder, officer or leader whose place it
 * takes. Null for everybody who stands to the ticket on its own account.
 */
export function behalfOf(actor: Actor, ticket: Ticket, chain: Places): string | null {
  if (actor.kind !== 'person' || actor.duties.standsInForIds.length === 0) return null;
  if (standingsOf(itself(actor, chain), ticket).size > 0) return null;
  const served = [ticket.holderPersonId, chain.officerId, ticket.leaderId, chain.leaderId];
  return served.find((id) => id !== null && actor.duties.standsInForIds.includes(id)) ?? null;
}

/** The person without the places it takes; enterprises of the absent are among the paired ones. */
const itself = (actor: PersonActor, { officerId }: Places): PersonActor => ({
  ...actor,
  duties: { ...actor.duties, standsInForIds: [], leadsForIds: [] },
  pairedEnterpriseIds: officerId === actor.id ? actor.pairedEnterpriseIds : [],
});
