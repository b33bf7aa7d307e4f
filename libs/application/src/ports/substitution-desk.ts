import type { Absence, Day, Instant } from '@zhuqi/domain';

export interface Substitution extends Absence {
  readonly id: string;
  readonly regionCode: string;
  readonly reason: string;
  readonly madeById: string;
  readonly madeAt: Instant;
  readonly endedAt: Instant | null;
}

/** Substitutions as a transaction writes them; hangs on it as `tx.substitutions`. */
export abstract class SubstitutionDesk {
  /** Those of or by one of these people that have not ended by the day. */
  abstract concerning(personIds: readonly string[], from: Day): Promise<readonly Absence[]>;

  abstract add(substitution: Substitution): Promise<void>;

  /** Locked; null when unknown. */
  abstract lock(id: string): Promise<Substitution | null>;

  abstract end(id: string, byId: string): Promise<void>;
}
