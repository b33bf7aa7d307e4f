import { hasRole, leadersOf, personsOf, unitsOf, type PersonActor } from './actor';

/**
 * What a person may read, as data: the same object is the predicate in memory and the condition in SQL.
 * The alternatives are joined by "or"; a ticket about the person itself is never theirs to see.
 */
export interface Scope {
  /** The person and everybody it stands in for. */
  readonly personIds: readonly string[];
  /** Those, and the leaders on record whose tickets the person leads now. */
  readonly leaderIds: readonly string[];
  /** Reads every ticket of these regions. */
  readonly regionCodes: readonly string[];
  /** Whether that reach includes confidential tickets the person is not the paired leader of. */
  readonly confidentialToo: boolean;
  /** Reads every ticket of these enterprises. */
  readonly enterpriseIds: readonly string[];
  /** Reads what these units hold, held or assist with. */
  readonly unitIds: readonly string[];
  /** Reads what this person holds or held in its own name. */
  readonly heldByPerson: boolean;
}

/** The facts about a ticket that decide who may read it. */
export interface ScopedTicket {
  readonly regionCode: string;
  readonly enterpriseId: string;
  readonly leaderId: string | null;
  readonly confidential: boolean;
  readonly aboutPersonId: string | null;
  readonly heldUnitIds: readonly string[];
  readonly heldPersonIds: readonly string[];
}

const REGION_READERS = ['office_dispatcher', 'city_coordinator', 'auditor', 'administrator'] as const;
const UNIT_READERS = ['township_handler', 'department_handler', 'task_force_lead'] as const;

export function scopeOf(actor: PersonActor): Scope {
  const wholeRegion = hasRole(actor, ...REGION_READERS);
  const leader = hasRole(actor, 'district_leader');
  const officer = hasRole(actor, 'liaison_officer');
  const ownEnterprise =
    hasRole(actor, 'enterprise') && actor.enterpriseId !== null ? [actor.enterpriseId] : [];
  const handler = hasRole(actor, ...UNIT_READERS);
  return {
    personIds: personsOf(actor),
    leaderIds: leadersOf(actor),
    regionCodes: wholeRegion || leader ? actor.regionCodes : [],
    confidentialToo: wholeRegion,
    enterpriseIds: [...ownEnterprise, ...(officer ? actor.pairedEnterpriseIds : [])],
    unitIds: handler ? [...unitsOf(actor), ...actor.duties.memberUnitIds] : [],
    heldByPerson: officer || handler,
  };
}

/** The scope as a predicate in memory; the SQL condition of the same name must agree with it (tested). */
export function withinScope(scope: Scope, ticket: ScopedTicket): boolean {
  const { personIds, unitIds } = scope;
  // Nor one about somebody whose place it takes: a complaint must not reach that desk.
  if (ticket.aboutPersonId !== null && personIds.includes(ticket.aboutPersonId)) return false;
  const led = ticket.leaderId !== null && scope.leaderIds.includes(ticket.leaderId);
  const byRegion =
    scope.regionCodes.includes(ticket.regionCode) && (!ticket.confidential || scope.confidentialToo || led);
  const byEnterprise = scope.enterpriseIds.includes(ticket.enterpriseId);
  const byUnit = unitIds.some((unitId) => ticket.heldUnitIds.includes(unitId));
  const byPerson = scope.heldByPerson && personIds.some((id) => ticket.heldPersonIds.includes(id));
  return byRegion || byEnterprise || byUnit || byPerson;
}
