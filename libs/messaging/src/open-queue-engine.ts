import { BullQueueEngine } from './bull-queue-engine';
import { PostgresBackend } from './postgres-backend';
import type { EngineListener, QueueEngine } from './queue-engine';
import { RedisBackend } from './redis-backend';

export interface QueueEngineOptions {
  /** Set → Redis; absent → PostgreSQL. */
  readonly redisUrl?: string | undefined;
  readonly databaseUrl: string;
  /** The database role taken after connecting; it needs the rights `migrateQueueSchema` gives. */
  readonly role?: string | undefined;
  readonly listener?: EngineListener | undefined;
}

/** The queue engine of this deployment. It may be opened before Redis or PostgreSQL is up. */
export function openQueueEngine(options: QueueEngineOptions): QueueEngine {
  const listener = options.listener ?? {};
  const onError = (error: Error): void => listener.onError?.(error);
  const backend =
    options.redisUrl === undefined
      ? new PostgresBackend(options.databaseUrl, options.role, onError)
      : new RedisBackend(options.redisUrl, onError);
  return new BullQueueEngine(backend, listener);
}
