import { Inject, Injectable, Logger } from '@nestjs/common';
import { faultsIn, NO_ANCHORING, RealClock, VerificationRecord, VerifyAll } from '@zhuqi/application';
import { Turn } from './turn';
import { WorkerSettings } from './worker-settings';

/** Kept in the record is how many there are; `zhuqi verify` shows them. */
const MOST_FAULTS = 1;

/** Verifies everything once a night, and keeps what came of it for whoever watches the program. */
@Injectable()
export class VerifyRounds {
  private readonly log = new Logger('VerifyRounds');

  constructor(
    private readonly record: VerificationRecord,
    private readonly verify: VerifyAll,
    private readonly turn: Turn,
    private readonly clock: RealClock,
    @Inject(WorkerSettings) private readonly settings: WorkerSettings,
  ) {}

  /** Answers whether it was this worker's night. */
  async tick(): Promise<boolean> {
    if (!(await this.turn.goesOn()) || !(await this.record.claim(this.clock.now()))) return false;
    const found = await this.verify.execute(MOST_FAULTS, this.settings.anchoring ?? NO_ANCHORING);
    const { events, book } = found.log;
    const faults = faultsIn(found);
    await this.record.keep({ events, postings: book.postings, faults });
    const extent = `${String(events)} events, ${String(book.postings)} postings`;
    if (faults > 0) this.log.error(`verified ${extent}: ${String(faults)} faults, run zhuqi verify`);
    else this.log.log(`verified ${extent}: sound`);
    return true;
  }
}
