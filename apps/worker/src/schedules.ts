import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { ProofTimers } from './proof-timers';
import { HouseTimers, TicketTimers, type Timer } from './timers';
import { WorkerSettings } from './worker-settings';

const PAUSE_AFTER_FAILURE_MS = 1_000;

/** The timers of the worker. A run never overlaps itself; a failed one is reported and tried again. */
@Injectable()
export class Schedules implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Schedules');
  private readonly stopping = new AbortController();
  private loops: Promise<void>[] = [];

  constructor(
    private readonly tickets: TicketTimers,
    private readonly house: HouseTimers,
    private readonly proof: ProofTimers,
    @Inject(WorkerSettings) private readonly settings: WorkerSettings,
  ) {}

  onApplicationBootstrap(): void {
    const timers = [...this.tickets.all(), ...this.house.all(), ...this.proof.all()];
    // Each waits on the one signal; Node takes more than ten for a leak.
    setMaxListeners(2 * timers.length, this.stopping.signal);
    if (this.settings.timers) this.loops = timers.map((timer) => this.loop(timer));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.loops);
  }

  private async loop({ name, everyMs, run }: Timer): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      let wait = everyMs;
      try {
        await run(signal);
      } catch (error) {
        this.log.warn(
          `${name} failed and is tried again: ${error instanceof Error ? error.message : String(error)}`,
        );
        wait = Math.max(everyMs, PAUSE_AFTER_FAILURE_MS);
      }
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}
