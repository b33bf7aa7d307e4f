import { Injectable, Logger } from '@nestjs/common';
import { CarryOutDueHandovers, Refused } from '@zhuqi/application';
import { Turn } from './turn';

/** Lets planned handovers take effect on their day. What cannot is told once, and tried again every time. */
@Injectable()
export class HandoverRounds {
  private readonly log = new Logger('HandoverRounds');
  private told: ReadonlySet<string> = new Set();

  constructor(
    private readonly carryOut: CarryOutDueHandovers,
    private readonly turn: Turn,
  ) {}

  async tick(): Promise<void> {
    if (!(await this.turn.goesOn())) return;
    const failures = await this.carryOut.execute();
    const lines = failures.map(({ handoverId, error }) => `handover ${handoverId}: ${reasonOf(error)}`);
    for (const line of lines) if (!this.told.has(line)) this.log.warn(`not carried out, ${line}`);
    this.told = new Set(lines);
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Refused ? error.refusal.code : error instanceof Error ? error.message : String(error);
