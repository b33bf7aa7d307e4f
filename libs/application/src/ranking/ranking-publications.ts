import type { Instant, PersonActor, RankingKind, RankingPeriod, RankingTable } from '@zhuqi/domain';
import type { Page, PageRequest } from '../ports/page';
import type { Named } from '../ticket-list';

export interface RankingPublication extends RankingPeriod {
  readonly id: string;
  readonly regionCode: string;
  readonly kind: RankingKind;
  readonly schemeVersion: number;
  readonly publishedAt: Instant;
  readonly publishedBy: Named;
  /** SHA-256 of the published text, by which anybody can see that it is still the same. */
  readonly digest: string;
}

export interface RankingAppeal {
  readonly id: string;
  readonly subjectKey: string;
  readonly component: string | null;
  readonly text: string;
  readonly madeBy: Named;
  readonly madeAt: Instant;
  readonly ruling: {
    readonly upheld: boolean;
    readonly note: string;
    readonly madeBy: Named;
    readonly madeAt: Instant;
  } | null;
}

export interface RankingFile extends RankingPublication {
  readonly table: RankingTable;
  /** What the ranked have said, the earliest first. */
  readonly appeals: readonly RankingAppeal[];
}

/** Published rankings of the reader's regions, the latest first. */
export abstract class RankingPublications {
  abstract page(
    reader: PersonActor,
    kind: RankingKind | undefined,
    page: PageRequest,
  ): Promise<Page<RankingPublication>>;

  /** Whole, whoever reads it; null when unknown or of another region. */
  abstract find(reader: PersonActor, id: string): Promise<RankingFile | null>;
}
