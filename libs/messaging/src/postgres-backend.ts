import { createPostgresBackend, type PostgresConnectionOptions, withBackend } from 'bullmq';
import { Pool } from 'pg';
import { settledWithin } from './deadline';
import {
  type EngineBackend,
  type EngineProcessor,
  type EngineQueue,
  type EngineWorker,
  type EngineWorkerOptions,
  EVENTS_KEPT,
} from './engine-backend';
import { type JobOutcome, QUEUES, type QueueName } from './jobs';

const { Queue, Worker } = withBackend(createPostgresBackend);

/** One listening connection per worker, twice during a restart, and some to work with. */
const MAX_CONNECTIONS = QUEUES.length * 2 + 6;

/**
 * Losing the last moments of the queue in a crash of the server is allowed, since the outbox sends again; so its
 * commits do not wait for the disk, which makes it three times as fast.
 */
const SESSION = '-c search_path=bullmq -c synchronous_commit=off -c idle_in_transaction_session_timeout=10s';

/** The queues in PostgreSQL; all of them share one pool, otherwise each would open its own. */
export class PostgresBackend implements EngineBackend {
  readonly kind = 'postgres';
  private readonly pool: Pool;

  constructor(databaseUrl: string, role: string | undefined, onError: (error: Error) => void) {
    this.pool = new Pool({
      connectionString: databaseUrl,
      options: role === undefined ? SESSION : `${SESSION} -c role=${role}`,
      application_name: 'zhuqi-queue',
      max: MAX_CONNECTIONS,
      keepAlive: true,
      connectionTimeoutMillis: 2_000,
      query_timeout: 5_000,
      statement_timeout: 4_500,
      lock_timeout: 2_000,
    });
    this.pool.setMaxListeners(0);
    this.pool.on('error', onError);
    // A connection lost while it is lent out tells its borrower by the failed query; the event must not end us.
    this.pool.on('connect', (client) => void client.on('error', onError));
  }

  async ready(): Promise<void> {
    await this.pool.query('select 1');
  }

  openQueue(name: QueueName): EngineQueue {
    return new Queue<Record<string, unknown>, JobOutcome>(name, {
      connection: this.shared(),
      streams: EVENTS_KEPT,
    });
  }

  openWorker(name: QueueName, run: EngineProcessor, options: EngineWorkerOptions): EngineWorker {
    return new Worker<Record<string, unknown>, JobOutcome>(name, run, {
      ...options,
      connection: this.shared(),
    });
  }

  async close(deadlineMs: number): Promise<void> {
    await settledWithin(this.pool.end(), deadlineMs);
  }

  /** BullMQ describes the few methods of a pool it uses in types of its own. */
  private shared(): PostgresConnectionOptions {
    return this.pool as unknown as PostgresConnectionOptions;
  }
}
