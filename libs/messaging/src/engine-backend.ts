import type { Job, Processor, Queue, Worker, WorkerOptions } from 'bullmq';
import type { JobOutcome, QueueName } from './jobs';

/** A job of ours inside the engine. */
export type EngineJob = Job<Record<string, unknown>, JobOutcome>;
export type EngineProcessor = Processor<Record<string, unknown>, JobOutcome>;
/** What we use of BullMQ's queue and worker; both are the same on every backend. */
export interface EngineQueue extends Pick<
  Queue<Record<string, unknown>, JobOutcome>,
  'addBulk' | 'close' | 'getJobCounts' | 'obliterate' | 'waitUntilReady'
> {
  on(event: 'error', listener: (error: Error) => void): unknown;
  getFailed(start?: number, end?: number): Promise<EngineJob[]>;
  getJob(id: string): Promise<EngineJob | undefined>;
}
export interface EngineWorker extends Pick<
  Worker<Record<string, unknown>, JobOutcome>,
  'close' | 'pause' | 'resume' | 'run' | 'waitUntilReady'
> {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'completed', listener: (job: EngineJob, outcome: JobOutcome) => void): unknown;
  on(event: 'failed', listener: (job: EngineJob | undefined, error: Error) => void): unknown;
}
export type EngineWorkerOptions = Omit<WorkerOptions, 'connection' | 'prefix'>;

/** Where the queues live. BullMQ objects made before it answers may never recover, so they are made after `ready`. */
export interface EngineBackend {
  readonly kind: 'redis' | 'postgres';
  /** Resolves when the backend answers; rejects within about 2 s when it does not. */
  ready(): Promise<void>;
  openQueue(name: QueueName): EngineQueue;
  openWorker(name: QueueName, run: EngineProcessor, options: EngineWorkerOptions): EngineWorker;
  /** Ends every connection, politely within the deadline, otherwise not. */
  close(deadlineMs: number): Promise<void>;
}

/** Nobody reads BullMQ's event stream; it is kept short. */
export const EVENTS_KEPT = { events: { maxLen: 100 } } as const;
