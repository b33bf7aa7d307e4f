import { Injectable, Logger } from '@nestjs/common';
import { PublishDueBulletins, Refused } from '@zhuqi/application';
import { Turn } from './turn';

/** Lets bulletins appear at their time. What cannot is told once, and tried again every time. */
@Injectable()
export class BulletinRounds {
  private readonly log = new Logger('BulletinRounds');
  private told: ReadonlySet<string> = new Set();

  constructor(
    private readonly publish: PublishDueBulletins,
    private readonly turn: Turn,
  ) {}

  /** One bulletin of each region after the other, until none is due. */
  async tick(signal?: AbortSignal): Promise<void> {
    let more = true;
    while (more && signal?.aborted !== true && (await this.turn.goesOn())) more = await this.publishNext();
  }

  private async publishNext(): Promise<boolean> {
    const { published, failures } = await this.publish.execute();
    for (const bulletin of published) this.log.log(`published bulletin ${bulletin}`);
    const lines = failures.map(({ bulletin, error }) => `bulletin ${bulletin}: ${reasonOf(error)}`);
    for (const line of lines) if (!this.told.has(line)) this.log.warn(`not published, ${line}`);
    this.told = new Set(lines);
    return published.length > 0;
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Refused ? error.refusal.code : error instanceof Error ? error.message : String(error);
