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

/** Every way the actor stands to the ticket. Empty for a stranger and for the person a complaint is about. */
export function standingsOf(actor: Actor, ticket: Ticket): ReadonlySet<Standing> {
  if (actor.kind === 'system') return new Set(['system']);
  const inRegion = actor.regionCodes.includes(ticket.regionCode);
  // Of a confidential ticket only the paired leader knows: who may not read it does not stand to it either.
  const mayKnow = !ticket.confidential || ticket.leaderId === actor.id;
  const facts: Record<Standing, boolean> = {
    enterprise: hasRole(actor, 'enterprise') && actor.enterpriseId === ticket.enterpriseId,
    officer: hasRole(actor, 'liaison_officer') && actor.pairedEnterpriseIds.includes(ticket.enterpriseId),
    holder: isHolder(actor, ticket),
    office: hasRole(actor, 'office_dispatcher') && inRegion,
    leader: hasRole(actor, 'district_leader') && inRegion && mayKnow,
    city: hasRole(actor, 'city_coordinator') && inRegion,
    system: false,
  };
  if (ticket.aboutPersonId === actor.id) return new Set();
  return new Set((Object.keys(facts) as Standing[]).filter((standing) => facts[standing]));
}
