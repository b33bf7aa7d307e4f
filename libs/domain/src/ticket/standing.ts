import { actsForUnit, hasRole, leadersOf, personsOf, type Actor } from '../access';
import { openFollowUps, type FollowUp } from './conference';
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

/** Whether the actor answers for the ticket now: in person, for who is absent, or as a handler of the unit. */
export function isHolder(actor: Actor, ticket: Ticket): boolean {
  if (actor.kind !== 'person') return false;
  const { holderPersonId } = ticket;
  if (holderPersonId !== null && personsOf(actor).includes(holderPersonId))
    return hasRole(actor, 'liaison_officer', ...HANDLER_ROLES);
  return actsFor(actor, [ticket.holderUnitId]);
}

/** Whether the actor handles for one of these units. */
const actsFor = (actor: Actor, unitIds: readonly (string | null)[]): boolean =>
  actsForUnit(actor, unitIds) && hasRole(actor, ...HANDLER_ROLES);

/** Whether the actor, or whom it stands in for, is to do what a conference decided; a unit's task is its handlers'. */
export const isAssignedTo = (actor: Actor, { unitId, personId }: FollowUp): boolean =>
  actor.kind === 'person' &&
  (personId === null ? actsFor(actor, [unitId]) : personsOf(actor).includes(personId));

/** Every way the actor stands to the ticket. Empty for a stranger and for the person a complaint is about. */
export function standingsOf(actor: Actor, ticket: Ticket): ReadonlySet<Standing> {
  if (actor.kind === 'system') return new Set(['system']);
  const persons = personsOf(actor);
  if (ticket.aboutPersonId !== null && persons.includes(ticket.aboutPersonId)) return new Set();
  const inRegion = actor.regionCodes.includes(ticket.regionCode);
  // Of a confidential ticket only the paired leader knows: who may not read it does not stand to it either.
  const leads = ticket.leaderId !== null && leadersOf(actor).includes(ticket.leaderId);
  const mayKnow = !ticket.confidential || leads;
  const facts: Record<Standing, boolean> = {
    enterprise: hasRole(actor, 'enterprise') && actor.enterpriseId === ticket.enterpriseId,
    officer: hasRole(actor, 'liaison_officer') && actor.pairedEnterpriseIds.includes(ticket.enterpriseId),
    holder: isHolder(actor, ticket),
    assistant: actsFor(actor, ticket.assistUnitIds),
    assignee: openFollowUps(ticket.followUps).some((followUp) => isAssignedTo(actor, followUp)),
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
  if (request === undefined || facts.holder || hasAsked(actor, request.askedById)) return false;
  return request.rulers.some((standing) => facts[standing]) || actsFor(actor, [request.rulerUnitId]);
}

/** Nor does who stands in for the asker rule on what was asked. */
const hasAsked = (actor: Actor, askedById: string | null): boolean =>
  actor.kind === 'person' && askedById !== null && personsOf(actor).includes(askedById);
