import { hasRole, type PersonActor } from './actor';

/**
 * What a person may read, as data: the same object is the predicate in memory and the condition in SQL.
 * The alternatives are joined by "or"; a ticket about the person itself is never theirs to see.
 */
export interface Scope {
  readonly personId: string;
  /** Reads every ticket of these regions. */
  readonly regionCodes: readonly string[];
  /** Whether that reach includes confidential tickets the person is not the paired leader of. */
  readonly confidentialToo: boolean;
  /** Reads every ticket of these enterprises. */
  readonly enterpriseIds: readonly string[];
  /** Reads what this unit holds, held or assists with. */
  readonly unitId: string | null;
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
  return {
    personId: actor.id,
    regionCodes: wholeRegion || leader ? actor.regionCodes : [],
    confidentialToo: wholeRegion,
    enterpriseIds: [...ownEnterprise, ...(officer ? actor.pairedEnterpriseIds : [])],
    unitId: hasRole(actor, ...UNIT_READERS) ? actor.unitId : null,
    heldByPerson: officer || hasRole(actor, ...UNIT_READERS),
  };
}

/** The scope as a predicate in memory; the SQL condition of the same name must agree with it (tested). */
export function withinScope(scope: Scope, ticket: ScopedTicket): boolean {
  if (ticket.aboutPersonId === scope.personId) return false;
  const byRegion =
    scope.regionCodes.includes(ticket.regionCode) &&
    (!ticket.confidential || scope.confidentialToo || ticket.leaderId === scope.personId);
  const byEnterprise = scope.enterpriseIds.includes(ticket.enterpriseId);
  const byUnit = scope.unitId !== null && ticket.heldUnitIds.includes(scope.unitId);
  const byPerson = scope.heldByPerson && ticket.heldPersonIds.includes(scope.personId);
  return byRegion || byEnterprise || byUnit || byPerson;
}
