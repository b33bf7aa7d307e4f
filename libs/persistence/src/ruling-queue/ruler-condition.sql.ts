import {
  HANDLER_ROLES,
  hasRole,
  leadersOf,
  personsOf,
  unitsOf,
  type PersonActor,
  type Role,
  type Standing,
} from '@zhuqi/domain';
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
    : `${region} and (not t.confidential or t.leader_id = any(${parameters.add(leadersOf(actor))}::uuid[]))`;
};

/** The units a person handles for. */
const handledUnits = (actor: PersonActor): readonly string[] =>
  hasRole(actor, ...HANDLER_ROLES) ? unitsOf(actor) : [];

const ofAssistant: Way = (actor, parameters) => {
  const units = handledUnits(actor);
  return units.length === 0 ? null : `t.assist_unit_ids && ${parameters.add(units)}::uuid[]`;
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
  assignee: never, // nor who has something to do after a conference
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
  const units = handledUnits(actor);
  if (units.length > 0) ways.push(`r.ruler_unit_id = any(${parameters.add(units)}::uuid[])`);
  if (ways.length === 0) return 'false';
  const stands = [`(${ways.join(' or ')})`, ...unlessInvolved(actor, units, parameters)];
  return stands.join(' and ');
}

/** Not where the person holds the ticket, has asked, or is who the complaint is about; nor who it stands in for. */
function unlessInvolved(actor: PersonActor, units: readonly string[], parameters: Parameters): string[] {
  const persons = `${parameters.add(personsOf(actor))}::uuid[]`;
  const none = (column: string, ids: string): string => `(${column} is null or ${column} <> all(${ids}))`;
  const conditions = [none('t.about_person_id', persons), none('r.asked_by_id', persons)];
  if (hasRole(actor, 'liaison_officer', ...HANDLER_ROLES))
    conditions.push(none('t.holder_person_id', persons));
  if (units.length > 0) conditions.push(none('t.holder_unit_id', `${parameters.add(units)}::uuid[]`));
  return conditions;
}
