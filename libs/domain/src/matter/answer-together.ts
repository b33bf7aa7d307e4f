import { refused, type Declined } from '../decision';
import type { Actor } from '../access';
import { answerAlong, type AnsweredWith } from '../ticket/actions/answer';
import { isOneOf } from '../ticket/axes';
import type { Change } from '../ticket/change';
import type { Context } from '../ticket/context';
import { hindranceOf } from '../ticket/guards';
import { fitsStatus } from '../ticket/permit';
import { ALIVE } from '../ticket/lifecycle';
import type { Ticket } from '../ticket/ticket';
import { hasItsAnswer } from './membership';
import type { Matter, MatterAnswer } from './matter';

/** Where a ticket is handled by whoever answers before anybody has held it. */
const OFFICE_TIER = 4;

/** Whether the ticket still waits for an answer: it has neither ended nor been answered in its present round. */
export const waitsForAnswer = ({ status }: Ticket): boolean =>
  status !== 'answered' && isOneOf(ALIVE, status);

/**
 * Why the one answer of a matter cannot be given to this ticket now; null when it can. What hinders an answer hinders
 * this one. A ticket that has had its answer and is open again was disputed or reopened: it goes its own way.
 */
export function objectionToAnswering(ticket: Ticket, matter: Matter, actor: Actor): Declined | null {
  const fits = fitsStatus('answer', ticket);
  if (!fits.ok) return fits;
  return hasItsAnswer(ticket, matter)
    ? refused('matter.own_way', '统一答复后企业不认可或已重办，请就本件单独答复')
    : hindranceOf('answer', ticket, actor);
}

/** The one answer as it is given to one of the tickets; the enterprise is asked for its own verdict as ever. */
export function answerTogether(ticket: Ticket, answer: MatterAnswer, lead: Ticket, ctx: Context): Change {
  const data = { matterId: ticket.matterId };
  return answerAlong(ticket, answer, { data, holder: holderOf(lead, ctx) }, ctx);
}

/** Who answers a ticket nobody has held yet: who holds the lead, else the office that answers. */
function holderOf(lead: Ticket, { actor, chain }: Context): AnsweredWith['holder'] {
  return lead.tier === null
    ? { tier: OFFICE_TIER, unitId: chain.officeId, personId: actor.id }
    : { tier: lead.tier, unitId: lead.holderUnitId, personId: lead.holderPersonId };
}
