import type { JobToPublish } from '@zhuqi/application';
import { BullWorkers } from './bull-workers';
import { settledWithin, within } from './deadline';
import type { EngineBackend, EngineJob, EngineQueue } from './engine-backend';
import { optionsOf } from './job-options';
import { type JobHandlers, queueOf, QUEUES, type QueueName } from './jobs';
import {
  type EngineListener,
  type FailedJob,
  type QueueCounts,
  QueueEngine,
  type WorkerOptions,
  type Workers,
} from './queue-engine';

const READY_WITHIN_MS = 2_000;
/** Of a deadline, the part the workers may use; the rest is for queues and connections. */
const WORKERS_SHARE = 0.8;

/** The queue engine on BullMQ, whatever BullMQ runs on. */
export class BullQueueEngine extends QueueEngine {
  private readonly queues = new Map<QueueName, Promise<EngineQueue>>();
  private readonly workers = new Set<BullWorkers>();

  constructor(
    private readonly backend: EngineBackend,
    private readonly listener: EngineListener,
  ) {
    super();
  }

  get kind(): 'redis' | 'postgres' {
    return this.backend.kind;
  }

  async publish(jobs: readonly JobToPublish[]): Promise<void> {
    const addressed = jobs.map((job) => ({ job, queue: queueOf(job) }));
    for (const name of QUEUES) {
      const batch = addressed.filter(({ queue }) => queue === name).map(({ job }) => job);
      if (batch.length === 0) continue;
      const queue = await this.queue(name);
      await queue.addBulk(batch.map((job) => ({ name: job.name, data: job.payload, opts: optionsOf(job) })));
    }
  }

  async startWorkers(handlers: JobHandlers, options: WorkerOptions): Promise<Workers> {
    const { backend, listener } = this;
    const workers = new BullWorkers({ backend, handlers, options, listener });
    this.workers.add(workers); // Before they run: closing in the middle of the start closes them as well.
    try {
      await workers.resume();
      return workers;
    } catch (error) {
      this.workers.delete(workers);
      throw error;
    }
  }

  counts(): Promise<readonly QueueCounts[]> {
    return Promise.all(
      QUEUES.map(async (name) => {
        const queue = await this.queue(name);
        const states = ['waiting', 'prioritized', 'active', 'delayed', 'failed'] as const;
        const count = await queue.getJobCounts(...states);
        const of = (state: (typeof states)[number]): number => count[state] ?? 0;
        const waiting = of('waiting') + of('prioritized');
        return { queue: name, waiting, active: of('active'), delayed: of('delayed'), failed: of('failed') };
      }),
    );
  }

  async failed(limit: number): Promise<readonly FailedJob[]> {
    const lists = await Promise.all(
      QUEUES.map(async (name) => {
        const jobs = await (await this.queue(name)).getFailed(0, limit - 1);
        return jobs.map((job) => failureOf(name, job));
      }),
    );
    return lists
      .flat()
      .sort((a, b) => b.failedAt - a.failedAt)
      .slice(0, limit);
  }

  async retryFailed(id: string): Promise<boolean> {
    for (const name of QUEUES) {
      const job = await (await this.queue(name)).getJob(id);
      if (job === undefined || (await job.getState()) !== 'failed') continue;
      await job.retry('failed', { resetAttemptsMade: true });
      return true;
    }
    return false;
  }

  ping(): Promise<void> {
    return this.backend.ready();
  }

  async wipe(): Promise<void> {
    for (const name of QUEUES) await (await this.queue(name)).obliterate({ force: true });
  }

  async close(deadlineMs: number): Promise<void> {
    await Promise.all([...this.workers].map((workers) => workers.close(deadlineMs * WORKERS_SHARE)));
    const rest = (deadlineMs * (1 - WORKERS_SHARE)) / 2;
    const queues = [...this.queues.values()].map(async (queue) => (await queue).close());
    await settledWithin(Promise.allSettled(queues), rest);
    await this.backend.close(rest);
  }

  private queue(name: QueueName): Promise<EngineQueue> {
    const known = this.queues.get(name);
    if (known !== undefined) return known;
    const opening = this.open(name);
    this.queues.set(name, opening);
    // Only a queue that opened is kept; the next caller tries again.
    opening.catch(() => this.queues.delete(name));
    return opening;
  }

  private async open(name: QueueName): Promise<EngineQueue> {
    await this.backend.ready();
    const queue = this.backend.openQueue(name);
    queue.on('error', (error) => this.listener.onError?.(error, name));
    try {
      await within(queue.waitUntilReady(), READY_WITHIN_MS, `the ${name} queue`);
      return queue;
    } catch (error) {
      void settledWithin(queue.close(), READY_WITHIN_MS);
      throw error;
    }
  }
}

const failureOf = (queue: QueueName, job: EngineJob): FailedJob => ({
  queue,
  id: job.id ?? '',
  name: job.name,
  payload: job.data,
  reason: job.failedReason,
  attempts: job.attemptsMade,
  failedAt: job.finishedOn ?? job.timestamp,
});
