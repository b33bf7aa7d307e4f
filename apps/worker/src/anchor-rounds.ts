import { Inject, Injectable, Logger } from '@nestjs/common';
import { AnchorBook, AnchorHeads } from '@zhuqi/application';
import { Turn } from './turn';
import { WorkerSettings } from './worker-settings';

/** Anchors the heads of the event log that have moved, and what was published. */
@Injectable()
export class AnchorRounds {
  private readonly log = new Logger('AnchorRounds');

  constructor(
    private readonly book: AnchorBook,
    private readonly turn: Turn,
    @Inject(WorkerSettings) private readonly settings: WorkerSettings,
  ) {}

  /** Answers how many heads and publications it anchored; 0 for a worker that has no key. */
  async tick(signal?: AbortSignal): Promise<number> {
    const { anchoring } = this.settings;
    if (anchoring === undefined || !(await this.turn.goesOn())) return 0;
    const anchored = await new AnchorHeads(this.book, anchoring.seal, anchoring.sink).execute(signal);
    if (anchored > 0) this.log.debug(`anchored ${String(anchored)} heads and publications`);
    return anchored;
  }
}
