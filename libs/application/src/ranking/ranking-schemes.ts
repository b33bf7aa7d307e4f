import type { Instant, RankingScheme } from '@zhuqi/domain';
import type { Named } from '../ticket-list';

/** A version of a region's scheme, with why and by whom. */
export interface SchemeRecord {
  readonly scheme: RankingScheme;
  readonly reason: string;
  readonly madeBy: Named;
  readonly madeAt: Instant;
}

/** The schemes regions have set for their rankings. */
export abstract class RankingSchemes {
  /** Null while the region goes by the scheme every region begins with. */
  abstract inForce(regionCode: string, at: Instant): Promise<RankingScheme | null>;

  /** The latest first. */
  abstract history(regionCode: string): Promise<readonly SchemeRecord[]>;
}
