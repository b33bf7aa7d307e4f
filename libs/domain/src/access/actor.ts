import type { Role } from './roles';

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
  /** Enterprises whose current officer this person is. */
  readonly pairedEnterpriseIds: readonly string[];
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
