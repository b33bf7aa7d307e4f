import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { RealClock, SweepLease, type SweepTurn } from '@zhuqi/application';

/** A worker that dies keeps the others waiting for so long: with their own interval well below the 30 s promised. */
const LEASE_MS = 10_000;
const RENEWED_AFTER_MS = 3_000;

/** This worker's turn to sweep: taken at every look, renewed during a long one. */
@Injectable()
export class Turn {
  /** Tells the operator which machine and process it is. */
  readonly holder = `${hostname()}/${String(process.pid)}/${randomUUID().slice(0, 8)}`;
  private renewedAt = -Infinity;
  private over = false;

  constructor(
    private readonly lease: SweepLease,
    private readonly clock: RealClock,
  ) {}

  /** Null while another worker sweeps. */
  async take(): Promise<SweepTurn | null> {
    if (this.over) return null;
    const now = this.clock.now();
    const turn = await this.lease.hold(this.holder, LEASE_MS);
    this.renewedAt = turn === null ? -Infinity : now;
    return turn;
  }

  /** Whether a look that takes long may go on. */
  async goesOn(): Promise<boolean> {
    if (this.clock.now() - this.renewedAt < RENEWED_AFTER_MS) return !this.over;
    return (await this.take()) !== null;
  }

  /** What was due has been read, and the brake has decided upon it. */
  looked(): Promise<void> {
    return this.lease.looked(this.holder);
  }

  /** Tells everybody what the storm brake holds back; null: nothing. */
  tellBrake(left: number | null): Promise<void> {
    return this.lease.brake(this.holder, left);
  }

  /** Leaves the sweep to the others. */
  async giveUp(): Promise<void> {
    this.over = true;
    await this.lease.release(this.holder);
  }
}
