import type { Instant } from '@zhuqi/domain';

/** How a nightly verification ended. */
export interface VerificationResult {
  readonly events: number;
  readonly postings: number;
  readonly faults: number;
}

export interface KeptVerification extends VerificationResult {
  /** Real time, when it ended. */
  readonly ranAt: Instant;
}

/** What the nightly verifications have found. */
export abstract class VerificationRecord {
  /**
   * True for one worker a night, when `now` (real time) is from 02:00 to 05:00 in Shanghai; once more when the one
   * that had it has not come to its end within an hour.
   */
  abstract claim(now: Instant): Promise<boolean>;
  abstract keep(result: VerificationResult): Promise<void>;
  /** Null when none has ended yet. */
  abstract last(): Promise<KeptVerification | null>;
}
