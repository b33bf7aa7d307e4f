import { Inject, Injectable } from '@nestjs/common';
import { AnchorRounds } from './anchor-rounds';
import { type Timer, Timers } from './timers';
import { VerifyRounds } from './verify-rounds';
import { WorkerSettings } from './worker-settings';

const MINUTE_MS = 60_000;
const ANCHOR_MINUTES = 10;

/** What proves afterwards that nothing was altered: anchors by day, a verification by night. */
@Injectable()
export class ProofTimers extends Timers {
  constructor(
    private readonly anchors: AnchorRounds,
    private readonly nights: VerifyRounds,
    @Inject(WorkerSettings) private readonly settings: WorkerSettings,
  ) {
    super();
  }

  all(): readonly Timer[] {
    const everyMs = (this.settings.anchorMinutes ?? ANCHOR_MINUTES) * MINUTE_MS;
    return [
      { name: 'anchors', everyMs, run: (signal) => this.anchors.tick(signal) },
      { name: 'verification', everyMs: MINUTE_MS, run: () => this.nights.tick() },
    ];
  }
}
