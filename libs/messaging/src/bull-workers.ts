import { settledWithin, within } from './deadline';
import type { EngineBackend, EngineJob, EngineWorker, EngineWorkerOptions } from './engine-backend';
import { type JobHandlers, type JobPayload, QUEUES, type QueueName } from './jobs';
import type { EngineListener, JobRun, QueueHealth, WorkerOptions, Workers } from './queue-engine';
import { runJob } from './run-job';

/** What consumers need to start. */
export interface WorkerSetup {
  readonly backend: EngineBackend;
  readonly handlers: JobHandlers;
  readonly options: WorkerOptions;
  readonly listener: EngineListener;
}

const READY_WITHIN_MS = 2_000;
const RESTART_WITHIN_MS = 3_000;
/** Of a deadline, the part in which running jobs may finish; the rest is for tearing off. */
const DRAIN_SHARE = 0.7;

/** One BullMQ worker per queue. Pausing closes them and resuming opens new ones: BullMQ may not recover old ones. */
export class BullWorkers implements Workers {
  private readonly consumers = new Map<QueueName, EngineWorker>();
  private readonly lastCanaryAt = new Map<QueueName, number>();

  constructor(private readonly setup: WorkerSetup) {}

  async health(): Promise<readonly QueueHealth[]> {
    return QUEUES.map((queue) => ({ queue, lastCanaryAt: this.lastCanaryAt.get(queue) ?? null }));
  }

  async resume(): Promise<void> {
    await this.setup.backend.ready();
    try {
      await Promise.all(QUEUES.map((queue) => this.open(queue)));
    } catch (error) {
      await this.close(RESTART_WITHIN_MS);
      throw error;
    }
  }

  async pause(deadlineMs: number): Promise<void> {
    await this.close(deadlineMs);
  }

  async restart(queue: QueueName): Promise<void> {
    await this.shut(queue, RESTART_WITHIN_MS);
    await this.setup.backend.ready();
    await this.open(queue);
  }

  async close(deadlineMs: number): Promise<void> {
    await Promise.all(QUEUES.map((queue) => this.shut(queue, deadlineMs)));
  }

  private async open(queue: QueueName): Promise<void> {
    if (this.consumers.has(queue)) return;
    const { backend, handlers, listener } = this.setup;
    const canaryArrived = (canary: JobPayload<'canary.ping'>) => this.canaryArrived(canary);
    const worker = backend.openWorker(
      queue,
      (job) => runJob(job, handlers, canaryArrived),
      engineOptions(queue, this.setup.options),
    );
    this.consumers.set(queue, worker);
    worker.on('error', (error) => listener.onError?.(error, queue));
    worker.on('completed', (job, outcome) => listener.onJob?.({ ...runOf(queue, job), outcome }));
    worker.on('failed', (job, error) => {
      if (job !== undefined) listener.onJob?.({ ...runOf(queue, job), outcome: failureOf(job), error });
    });
    await within(worker.waitUntilReady(), READY_WITHIN_MS, `the ${queue} worker`);
    worker.run().catch((error: unknown) => listener.onError?.(asError(error), queue));
  }

  /** Drains, then tears off: `worker.close()` alone would wait for ever when Redis is gone. */
  private async shut(queue: QueueName, deadlineMs: number): Promise<void> {
    const worker = this.consumers.get(queue);
    if (worker === undefined) return;
    this.consumers.delete(queue);
    await settledWithin(worker.pause(), deadlineMs * DRAIN_SHARE);
    await settledWithin(worker.close(true), deadlineMs * (1 - DRAIN_SHARE));
  }

  private canaryArrived({ queue, sentAt }: JobPayload<'canary.ping'>): void {
    this.lastCanaryAt.set(queue, Math.max(sentAt, this.lastCanaryAt.get(queue) ?? 0));
  }
}

function engineOptions(queue: QueueName, options: WorkerOptions): EngineWorkerOptions {
  return {
    autorun: false,
    concurrency: options.concurrency[queue],
    lockDuration: options.lockMs ?? 10_000,
    stalledInterval: options.stalledCheckMs ?? 5_000,
    // A job whose worker crashes twice is not yet guilty: deployments and outages crash workers as well.
    maxStalledCount: 10,
    runRetryDelay: 1_000,
  };
}

const runOf = (queue: QueueName, job: EngineJob): Omit<JobRun, 'outcome'> => ({
  queue,
  id: job.id ?? '',
  name: job.name,
  attempt: job.attemptsMade,
});

const failureOf = (job: EngineJob): 'retry' | 'failed' => (job.finishedOn === undefined ? 'retry' : 'failed');

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
