import { Inject, Injectable, Logger } from '@nestjs/common';
import { RealClock, type SweepTurn } from '@zhuqi/application';
import { Turn } from './turn';
import { WorkerSettings } from './worker-settings';

/** Nobody has looked for so long: an outage, not a busy moment. */
const OUTAGE_MS = 600_000;
const STORM_TICKETS = 1_000;
const STORM_PER_MINUTE = 600;
const MINUTE_MS = 60_000;
/** What may be saved up between two looks. */
const MOST_SAVED_MS = 10_000;
const FIRST_MS = 1_000;

/**
 * After an outage thousands of tickets are due at once, and thousands of people would be told within a minute. The
 * brake lets them through oldest first at a bounded rate, until nothing is held back any more. What it holds back is
 * in the lease, so that the next worker goes on with it and the API can say so.
 */
@Injectable()
export class StormBrake {
  private readonly log = new Logger('StormBrake');
  private filledAt: number | null = null;
  private saved = 0;

  constructor(
    private readonly turn: Turn,
    private readonly clock: RealClock,
    @Inject(WorkerSettings) private readonly settings: WorkerSettings,
  ) {}

  /** Those of the tickets, oldest first, that may be worked on now, and whether the brake holds. */
  async let<T>(
    through: readonly T[],
    { idleMs, storm }: SweepTurn,
  ): Promise<{ now: readonly T[]; holds: boolean }> {
    const breaksOut =
      (idleMs ?? 0) > OUTAGE_MS && through.length > (this.settings.stormTickets ?? STORM_TICKETS);
    if (!storm && !breaksOut) return { now: through, holds: false };
    if (!storm)
      this.log.warn(`storm brake on: ${String(through.length)} tickets became due during an outage`);
    const now = through.slice(0, this.allowed(storm ? this.clock.now() : null));
    this.saved -= now.length;
    const left = through.length - now.length;
    await this.turn.tellBrake(left === 0 ? null : left);
    if (left === 0) this.log.warn('storm brake off: nothing is held back');
    return { now, holds: left > 0 };
  }

  /** Whole tickets saved up since the last look; a storm that has just broken out begins with a second's worth. */
  private allowed(now: number | null): number {
    const perMs = (this.settings.stormPerMinute ?? STORM_PER_MINUTE) / MINUTE_MS;
    const passed = now === null || this.filledAt === null ? FIRST_MS : now - this.filledAt;
    if (now === null) this.saved = 0;
    this.filledAt = now ?? this.clock.now();
    this.saved = Math.min(this.saved + passed * perMs, MOST_SAVED_MS * perMs);
    return Math.floor(this.saved);
  }
}
