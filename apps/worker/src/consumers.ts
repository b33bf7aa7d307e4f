import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { RealClock } from '@zhuqi/application';
import { canaries, QueueEngine, type QueueHealth, type Workers } from '@zhuqi/messaging';
import { Handlers } from './handlers';
import { QueueWatch } from './queue-watch';
import { WorkerSettings } from './worker-settings';

/** A delivery carries dozens of notices: two at a time leave the machine to the clocks. */
const CONCURRENCY = { routing: 4, sla: 4, notices: 2, reports: 1 } as const;
const START_AGAIN_AFTER_MS = 2_000;
const CANARY_MS = 15_000;
const DRAIN_WITHIN_MS = 10_000;

/** The consumers of this process: started as soon as the engine answers, watched by canaries, drained at the end. */
@Injectable()
export class Consumers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Consumers');
  private readonly stopping = new AbortController();
  private workers: Workers | null = null;
  private life: Promise<void> = Promise.resolve();

  constructor(
    private readonly engine: QueueEngine,
    private readonly handlers: Handlers,
    private readonly clock: RealClock,
    @Inject(WorkerSettings) private readonly settings: WorkerSettings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.consumers !== false) this.life = this.live();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.life;
    await this.workers?.close(DRAIN_WITHIN_MS);
  }

  /** Null until the consumers have started. */
  async health(): Promise<readonly QueueHealth[] | null> {
    return (await this.workers?.health()) ?? null;
  }

  private async live(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted && this.workers === null) {
      try {
        this.workers = await this.engine.startWorkers(this.handlers.table(), { concurrency: CONCURRENCY });
      } catch (error) {
        this.log.warn(
          `queue engine does not answer yet: ${error instanceof Error ? error.message : String(error)}`,
        );
        await pause(START_AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
      }
    }
    const watch = new QueueWatch(this.clock.now());
    while (!signal.aborted) {
      await this.watchQueues(watch).catch((error: unknown) => this.log.warn(`no canary: ${String(error)}`));
      await pause(CANARY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async watchQueues(watch: QueueWatch): Promise<void> {
    const now = this.clock.now();
    const silent = watch.silent((await this.health()) ?? [], now);
    const counts = silent.length > 0 ? await this.engine.counts() : [];
    for (const queue of watch.stopped(silent, counts)) {
      this.log.error(`queue ${queue} has stopped consuming and is restarted`);
      await this.workers?.restart(queue);
      watch.restarted(queue, now);
    }
    await this.engine.publish(canaries(now));
  }
}
