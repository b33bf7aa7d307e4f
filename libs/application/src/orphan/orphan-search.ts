import type { Instant, PersonActor } from '@zhuqi/domain';
import type { OrphanKind } from './orphan-kinds';

export type OrphanSubject = 'ticket' | 'enterprise' | 'handover' | 'task_force' | 'project';

/** Something nobody answers for. */
export interface Orphan {
  readonly kind: OrphanKind;
  readonly regionCode: string;
  readonly subject: OrphanSubject;
  readonly id: string;
  /** Number or name. */
  readonly label: string;
  /** Since when; null where that is not on record. */
  readonly since: Instant | null;
}

/** Business time and what was found at it. */
export interface OrphansAt {
  readonly now: Instant;
  readonly orphans: readonly Orphan[];
}

/** Looks for what is with nobody; a ticket that waits is found at once, whether too long is not decided here. */
export abstract class OrphanSearch {
  /** Within the reader's scope; everywhere without a reader. At most `limit` of each kind, the longest first. */
  abstract find(reader: PersonActor | null, kinds: readonly OrphanKind[], limit: number): Promise<OrphansAt>;
}
