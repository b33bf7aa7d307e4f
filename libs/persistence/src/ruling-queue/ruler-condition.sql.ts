import { HANDLER_ROLES, hasRole, type PersonActor, type Role, type Standing } from '@zhuqi/domain';
import type { Parameters } from '../access/scope-sql';

/** How a person stands to the ticket `t` in one way; null where its roles rule that out for any ticket. */
type Way = (actor: PersonActor, parameters: Parameters) => string | null;

const never: Way = () => null;

const ofRegion =
  (role: Role): Way =>
  (actor, parameters) =>
    hasRole(actor, role) ? `t.region_code = any(${parameters.add(actor.regionCodes)})` : null;

const ofLeader: Way = (actor, parameters) => {
  const region = ofRegion('district_leader')(actor, parameters);
  return region === null
    ? null
    : `${region} and (not t.confidential or t.leader_id = ${parameters.add(actor.id)}::uuid)`;
};

/** The unit a person acts for; null for who acts for none. */
const unitOf = (actor: PersonActor): string | null =>
  hasRole(actor, ...HANDLER_ROLES) ? actor.unitId : null;

const ofAssistant: Way = (actor, parameters) => {
  const unit = unitOf(actor);
  return unit === null ? null : `t.assist_unit_ids @> array[${parameters.add(unit)}]::uuid[]`;
};

const WAYS: Record<Standing, Way> = {
  enterprise: (actor, parameters) =>
    hasRole(actor, 'enterprise') && actor.enterpriseId !== null
      ? `t.enterprise_id = ${parameters.add(actor.enterpriseId)}::uuid`
      : null,
  officer: (actor, parameters) =>
    hasRole(actor, 'liaison_officer')
      ? `t.enterprise_id = any(${parameters.add(actor.pairedEnterpriseIds)}::uuid[])`
      : null,
  holder: never, // who holds the ticket never rules
  assistant: ofAssistant,
  ruler: never,
  office: ofRegion('office_dispatcher'),
  leader: ofLeader,
  city: ofRegion('city_coordinator'),
  system: never,
};

/**
 * Whether the person stands to the ticket `t` as the ruler of its latest request `r`: `standingsOf(…).has('ruler')`
 * of the domain as a condition; a test holds the two together.
 */
export function rulerCondition(actor: PersonActor, parameters: Parameters): string {
  const ways = (Object.keys(WAYS) as Standing[]).flatMap((standing) => {
    const way = WAYS[standing](actor, parameters);
    return way === null ? [] : [`'${standing}' = any(r.rulers) and ${way}`];
  });
  const unit = unitOf(actor);
  if (unit !== null) ways.push(`r.ruler_unit_id = ${parameters.add(unit)}::uuid`);
  if (ways.length === 0) return 'false';
  const stands = [`(${ways.join(' or ')})`, ...unlessInvolved(actor, unit, parameters)];
  return stands.join(' and ');
}

/** Not where the person holds the ticket, has asked, or is who the complaint is about. */
function unlessInvolved(actor: PersonActor, unit: string | null, parameters: Parameters): string[] {
  const person = `${parameters.add(actor.id)}::uuid`;
  const conditions = [
    `t.about_person_id is distinct from ${person}`,
    `r.asked_by_id is distinct from ${person}`,
  ];
  if (hasRole(actor, 'liaison_officer', ...HANDLER_ROLES))
    conditions.push(`t.holder_person_id is distinct from ${person}`);
  if (unit !== null) conditions.push(`t.holder_unit_id is distinct from ${parameters.add(unit)}::uuid`);
  return conditions;
}
