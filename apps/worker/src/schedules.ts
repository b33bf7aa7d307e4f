import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Outbox } from '@zhuqi/application';
import { DemoTime } from './demo-time';
import { Relay } from './relay';
import { Sweep } from './sweep';
import { WorkerSettings } from './worker-settings';

/** What runs when, in milliseconds between the end of one run and the start of the next. */
interface Schedule {
  readonly name: string;
  readonly everyMs: number;
  readonly run: (signal: AbortSignal) => Promise<unknown>;
}

const RELAY_MS = 100;
const HEARTBEAT_MS = 1_000;
const PRUNE_MS = 3_600_000;
const KEEP_FINISHED_HOURS = 72;
const PAUSE_AFTER_FAILURE_MS = 1_000;

/** The timers of the worker. A run never overlaps itself; a failed one is reported and tried again. */
@Injectable()
export class Schedules implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Schedules');
  private readonly stopping = new AbortController();
  private loops: Promise<void>[] = [];

  constructor(
    private readonly relay: Relay,
    private readonly sweep: Sweep,
    private readonly outbox: Outbox,
    @Inject(WorkerSettings) private readonly settings: WorkerSettings,
    private readonly demo: DemoTime,
  ) {}

  onApplicationBootstrap(): void {
    const schedules: Schedule[] = [
      { name: 'relay', everyMs: RELAY_MS, run: (signal) => untilEmpty(() => this.relay.tick(), signal) },
      {
        name: 'sweep',
        everyMs: this.settings.sweepSeconds * 1_000,
        run: (signal) => untilEmpty(() => this.sweep.tick(signal), signal),
      },
      { name: 'heartbeat', everyMs: HEARTBEAT_MS, run: () => this.demo.beat() },
      { name: 'prune', everyMs: PRUNE_MS, run: () => this.outbox.prune(KEEP_FINISHED_HOURS) },
    ];
    if (this.settings.timers) this.loops = schedules.map((schedule) => this.loop(schedule));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.loops);
  }

  private async loop({ name, everyMs, run }: Schedule): Promise<void> {
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

async function untilEmpty(tick: () => Promise<number>, signal: AbortSignal): Promise<void> {
  let found = 1;
  while (found > 0 && !signal.aborted) found = await tick();
}
