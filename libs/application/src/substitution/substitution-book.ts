import type { Day, Instant, PersonActor } from '@zhuqi/domain';
import type { Page, PageRequest } from '../ports/page';
import type { Named } from '../ticket-list';

/** `current`: in force today; `coming`: begins later; `past`: over or ended early. */
export const SUBSTITUTION_STATES = ['current', 'coming', 'past'] as const;
export type SubstitutionState = (typeof SUBSTITUTION_STATES)[number];

export interface SubstitutionEntry {
  readonly id: string;
  readonly state: SubstitutionState;
  readonly person: Named;
  readonly substitute: Named;
  readonly from: Day;
  /** The last day. */
  readonly to: Day;
  readonly reason: string;
  readonly madeBy: Named;
  readonly madeAt: Instant;
  readonly endedAt: Instant | null;
}

/** The substitutions of the reader's regions for those who manage or audit them, its own for everybody else. */
export abstract class SubstitutionBook {
  abstract page(
    reader: PersonActor,
    state: SubstitutionState | undefined,
    page: PageRequest,
  ): Promise<Page<SubstitutionEntry>>;
}
