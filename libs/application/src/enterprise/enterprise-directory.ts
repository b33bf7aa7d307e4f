import type { Day, Industry, PersonActor } from '@zhuqi/domain';
import type { Page, PageRequest } from '../ports/page';
import type { Named } from '../ticket-list';

export interface EnterpriseSummary extends Named {
  readonly creditCode: string;
  readonly regionCode: string;
  readonly industry: Industry;
  readonly township: Named | null;
  readonly class: string;
  readonly state: string;
}

export interface EnterpriseView extends EnterpriseSummary {
  readonly address: string | null;
  readonly contactName: string | null;
  /** Masked (138****5678) unless the reader is the enterprise, its officer or the office of its district. */
  readonly contactPhone: string | null;
  readonly officer: Named | null;
  readonly leader: Named | null;
}

/** Who was paired with an enterprise, from day to day; `toOn` is the last day, null while it lasts. */
export interface PairingView {
  readonly kind: 'officer' | 'leader';
  readonly person: Named;
  readonly fromOn: Day | null;
  readonly toOn: Day | null;
  readonly current: boolean;
}

export interface EnterpriseFilter {
  /** A fragment of the name, pinyin initials, or the beginning of a credit code. */
  readonly q?: string;
  readonly industry?: Industry;
  readonly townshipId?: string;
}

/** The enterprises a reader may see; what lies outside their scope is null, as if it did not exist. */
export abstract class EnterpriseDirectory {
  abstract page(
    reader: PersonActor,
    filter: EnterpriseFilter,
    page: PageRequest,
  ): Promise<Page<EnterpriseSummary>>;

  abstract byId(reader: PersonActor, id: string): Promise<EnterpriseView | null>;

  /** Every pairing begun by that day, today when null; "current" is judged on it. Latest first. */
  abstract pairings(
    reader: PersonActor,
    id: string,
    asOf: Day | null,
  ): Promise<readonly PairingView[] | null>;
}
