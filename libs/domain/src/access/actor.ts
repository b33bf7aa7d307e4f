import type { Role } from './roles';

/** What a person answers for today beside its own post. */
export interface Duties {
  /** Units the person acts for as for its own: task forces it leads, units of those whose place it takes. */
  readonly unitIds: readonly string[];
  /** Task forces its unit is a member of: what they hold is read along. */
  readonly memberUnitIds: readonly string[];
  /** People who are absent and whose substitute the person is. */
  readonly standsInForIds: readonly string[];
  /** Leaders whose leadership has come to the person, or to whom it stands in for: the leaders on record of tickets it leads. */
  readonly leadsForIds: readonly string[];
}

export const OWN_POST_ONLY: Duties = { unitIds: [], memberUnitIds: [], standsInForIds: [], leadsForIds: [] };

/** A signed-in person, resolved per request. */
export interface PersonActor {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly regionCode: string;
  /** The region and every region below it. */
  readonly regionCodes: readonly string[];
  readonly unitId: string | null;
  /** Set for enterprise accounts only. */
  readonly enterpriseId: string | null;
  /** Enterprises whose current officer this person is, or stands in for. */
  readonly pairedEnterpriseIds: readonly string[];
  readonly duties: Duties;
}

export interface SystemActor {
  readonly kind: 'system';
  readonly id: null;
  readonly name: '系统';
}

export type Actor = PersonActor | SystemActor;

export const SYSTEM: SystemActor = { kind: 'system', id: null, name: '系统' };

export const hasRole = (actor: Actor, ...roles: readonly Role[]): boolean =>
  actor.kind === 'person' && roles.some((role) => actor.roles.includes(role));

/** Every unit a person acts for. */
export const unitsOf = ({ unitId, duties }: PersonActor): readonly string[] =>
  unitId === null ? duties.unitIds : [unitId, ...duties.unitIds];

/** The person and everybody it stands in for. */
export const personsOf = ({ id, duties }: PersonActor): readonly string[] => [id, ...duties.standsInForIds];

/**
 * The leaders on record whose tickets the person leads. Apart from the people it stands in for: who has come after
 * somebody neither holds what is theirs nor loses sight of a complaint about them.
 */
export const leadersOf = (actor: PersonActor): readonly string[] => [
  ...personsOf(actor),
  ...actor.duties.leadsForIds,
];

/** Whether the actor acts for one of these units; the roles that may are asked apart. */
export const actsForUnit = (actor: Actor, unitIds: readonly (string | null)[]): boolean =>
  actor.kind === 'person' && unitsOf(actor).some((unitId) => unitIds.includes(unitId));
