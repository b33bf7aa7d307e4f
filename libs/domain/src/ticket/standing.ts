import { hasRole, type Actor } from '../access';
import type { Standing } from './lifecycle';
import type { Ticket } from './ticket';

/** Who acts for a unit that holds a ticket. */
export const HANDLER_ROLES = [
  'township_handler',
  'department_handler',
  'task_force_lead',
  'office_dispatcher',
  'city_coordinator',
] as const;

/** Whether the actor answers for the ticket now: in person, or as a handler of the unit that holds it. */
export function isHolder(actor: Actor, ticket: Ticket): boolean {
  if (actor.kind !== 'person') return false;
  if (ticket.holderPersonId === actor.id) return hasRole(actor, 'liaison_officer', ...HANDLER_ROLES);
  return (
    ticket.holderUnitId !== null && ticket.holderUnitId === actor.unitId && hasRole(actor, ...HANDLER_ROLES)
  );
}

/** Whether the actor acts for one of these units. */
const actsFor = (actor: Actor, unitIds: readonly (string | null)[]): boolean =>
  actor.kind === 'person' &&
  actor.unitId !== null &&
  unitIds.includes(actor.unitId) &&
  hasRole(actor, ...HANDLER_ROLES);

/** Every way the actor stands to the ticket. Empty for a stranger and for the person a complaint is about. */
export function standingsOf(actor: Actor, ticket: Ticket): ReadonlySet<Standing> {
  if (actor.kind === 'system') return new Set(['system']);
  if (ticket.aboutPersonId === actor.id) return new Set();
  const inRegion = actor.regionCodes.includes(ticket.regionCode);
  // Of a confidential ticket only the paired leader knows: who may not read it does not stand to it either.
  const mayKnow = !ticket.confidential || ticket.leaderId === actor.id;
  const facts: Record<Standing, boolean> = {
    enterprise: hasRole(actor, 'enterprise') && actor.enterpriseId === ticket.enterpriseId,
    officer: hasRole(actor, 'liaison_officer') && actor.pairedEnterpriseIds.includes(ticket.enterpriseId),
    holder: isHolder(actor, ticket),
    assistant: actsFor(actor, ticket.assistUnitIds),
    ruler: false,
    office: hasRole(actor, 'office_dispatcher') && inRegion,
    leader: hasRole(actor, 'district_leader') && inRegion && mayKnow,
    city: hasRole(actor, 'city_coordinator') && inRegion,
    system: false,
  };
  facts.ruler = isRuler(actor, ticket, facts);
  return new Set((Object.keys(facts) as Standing[]).filter((standing) => facts[standing]));
}

/** One tier up or the office, as the request says; never who holds the ticket or asked. */
function isRuler(actor: Actor, ticket: Ticket, facts: Readonly<Record<Standing, boolean>>): boolean {
  // The latest, pending or not: who comes second is told that it has been ruled, not that it was none of theirs.
  const request = ticket.requests.at(-1);
  if (request === undefined || facts.holder || request.askedById === actor.id) return false;
  return request.rulers.some((standing) => facts[standing]) || actsFor(actor, [request.rulerUnitId]);
}
