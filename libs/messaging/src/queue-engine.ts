import { JobPublisher } from '@zhuqi/application';
import type { JobHandlers, JobOutcome, QueueName } from './jobs';

/** How many jobs of each queue one process runs at a time. */
export type Concurrency = Readonly<Record<QueueName, number>>;

export interface WorkerOptions {
  readonly concurrency: Concurrency;
  /** A job whose worker has not been heard of for so long is given to another; default 10 s. */
  readonly lockMs?: number;
  /** How often abandoned jobs are looked for; default 5 s. */
  readonly stalledCheckMs?: number;
}

export interface QueueHealth {
  readonly queue: QueueName;
  /** `sentAt` of the newest canary that came through, epoch milliseconds; null → none yet. */
  readonly lastCanaryAt: number | null;
}

/** The consumers of one process. */
export interface Workers {
  health(): Promise<readonly QueueHealth[]>;
  /** Takes no further job and waits for the running ones, at most until the deadline. */
  pause(deadlineMs: number): Promise<void>;
  /** Consumes again; rejects when the engine cannot be reached. */
  resume(): Promise<void>;
  /** Replaces the consumer of a queue that stopped consuming. */
  restart(queue: QueueName): Promise<void>;
  /** Lets running jobs finish, then tears off, then gives up: never longer than the deadline. */
  close(deadlineMs: number): Promise<void>;
}

export interface QueueCounts {
  readonly queue: QueueName;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

/** A job that has failed for good. */
export interface FailedJob {
  readonly queue: QueueName;
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly reason: string;
  readonly attempts: number;
  /** Epoch milliseconds. */
  readonly failedAt: number;
}

/** One run of a job, for metrics and the log. */
export interface JobRun {
  readonly queue: QueueName;
  readonly id: string;
  readonly name: string;
  /** `retry`: it failed and will be repeated; `failed`: for good. */
  readonly outcome: JobOutcome | 'retry' | 'failed';
  readonly attempt: number;
  readonly error?: Error;
}

/** What the program wants to hear; nothing of it is needed for the engine to work. */
export interface EngineListener {
  onJob?(run: JobRun): void;
  /** The connection or the engine itself; it recovers by its own means. */
  onError?(error: Error, queue?: QueueName): void;
}

/** The one queue of the programs, on Redis or on PostgreSQL with the same behaviour. */
export abstract class QueueEngine extends JobPublisher {
  abstract readonly kind: 'redis' | 'postgres';
  /** Rejects within about 2 s when the engine cannot be reached; then call again. */
  abstract startWorkers(handlers: JobHandlers, options: WorkerOptions): Promise<Workers>;
  abstract counts(): Promise<readonly QueueCounts[]>;
  /** The newest failures first. */
  abstract failed(limit: number): Promise<readonly FailedJob[]>;
  /** Gives a failed job its attempts again; false → there is no such failure. */
  abstract retryFailed(id: string): Promise<boolean>;
  /** Rejects when the engine cannot be reached. */
  abstract ping(): Promise<void>;
  /** Destroys every job, waiting or not. */
  abstract wipe(): Promise<void>;
  /** Closes what it opened, its workers too; never longer than the deadline. */
  abstract close(deadlineMs: number): Promise<void>;
}
