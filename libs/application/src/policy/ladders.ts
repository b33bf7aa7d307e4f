import type { Tier } from '@zhuqi/domain';

/** Which tiers each district uses. */
export abstract class Ladders {
  /** Ascending; empty for a region that takes no tickets. */
  abstract of(regionCode: string): Promise<readonly Tier[]>;
}
