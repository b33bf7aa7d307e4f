import { Injectable } from '@nestjs/common';
import { FigureRollup } from '@zhuqi/application';
import { Turn } from './turn';

/** Postings of one statement: well within its time limit, and readers never wait for it. */
const BATCH = 1_000;

/** Adds what has been posted to the sums the figures are read from. */
@Injectable()
export class FigureRounds {
  constructor(
    private readonly rollup: FigureRollup,
    private readonly turn: Turn,
  ) {}

  /** Until a batch is not full: the rest may gather until the next round. */
  async tick(signal?: AbortSignal): Promise<void> {
    let taken = BATCH;
    while (taken === BATCH && signal?.aborted !== true && (await this.turn.goesOn())) {
      taken = await this.rollup.roll(BATCH);
    }
  }
}
