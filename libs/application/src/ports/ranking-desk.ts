import type { Day, Instant, RankingKind, RankingScheme, RankingTable } from '@zhuqi/domain';

/** Who did something about a ranking, and when. */
export interface RankingDeed {
  readonly madeById: string;
  readonly madeAt: Instant;
}

export interface NewScheme extends RankingDeed {
  readonly regionCode: string;
  readonly scheme: RankingScheme;
  readonly reason: string;
}

/** A table as it is published: its text is kept to the letter, with its digest. */
export interface NewRankingPublication extends RankingDeed {
  readonly id: string;
  readonly regionCode: string;
  readonly kind: RankingKind;
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Instant;
  readonly schemeVersion: number;
  readonly content: string;
  /** SHA-256 of the text. */
  readonly digest: string;
}

export interface NewRankingAppeal extends RankingDeed {
  readonly id: string;
  readonly publicationId: string;
  readonly subjectKey: string;
  readonly component: string | null;
  readonly text: string;
}

export interface AppealRuling extends RankingDeed {
  readonly upheld: boolean;
  readonly note: string;
}

/** What is written about rankings in one transaction; nothing of it is ever changed afterwards. */
export abstract class RankingDesk {
  /** The version of the region's latest scheme, 0 before the first; waits for another change under way. */
  abstract lockSchemes(regionCode: string): Promise<number>;

  abstract writeScheme(scheme: NewScheme): Promise<void>;

  abstract publish(publication: NewRankingPublication): Promise<void>;

  /** The table of a publication of one of these regions; null when there is none. */
  abstract published(id: string, regionCodes: readonly string[]): Promise<RankingTable | null>;

  abstract appeal(appeal: NewRankingAppeal): Promise<void>;

  /** Whether the publication has such an appeal. */
  abstract hasAppeal(publicationId: string, appealId: string): Promise<boolean>;

  /** False when it has been ruled on before; waits for a ruling under way. */
  abstract rule(appealId: string, ruling: AppealRuling): Promise<boolean>;
}
