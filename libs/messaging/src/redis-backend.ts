import { once } from 'node:events';
import { Queue, Worker } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import type { JobOutcome, QueueName } from './jobs';
import {
  type EngineBackend,
  type EngineProcessor,
  type EngineQueue,
  type EngineWorker,
  type EngineWorkerOptions,
  EVENTS_KEPT,
} from './engine-backend';

/** Milliseconds until the next attempt to connect. */
const reconnectAfter = (attempt: number): number => Math.min(attempt * 200, 2_000);

type OnError = (error: Error) => void;

const PREFIX = 'zhuqi';
const UNREACHABLE_AFTER_MS = 2_000;
const RECONNECT: RedisOptions = {
  connectTimeout: UNREACHABLE_AFTER_MS,
  disconnectTimeout: 200,
  retryStrategy: reconnectAfter,
};
/** A producer would rather be told than wait: its outbox sends again. */
const PRODUCER: RedisOptions = {
  ...RECONNECT,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  commandTimeout: UNREACHABLE_AFTER_MS,
};
/** A consumer waits for Redis as long as it takes. */
const CONSUMER: RedisOptions = { ...RECONNECT, maxRetriesPerRequest: null };

/** A connection that remembers its copies: BullMQ makes them and may lose them when Redis is gone. */
class ConsumerRedis extends Redis {
  private copies: Redis[] = [];

  constructor(
    url: string,
    private readonly onError: OnError,
    closed: AbortSignal,
  ) {
    // BullMQ may connect a copy once more after it was told to close; it must not keep the program alive.
    super(url, {
      ...CONSUMER,
      retryStrategy: (attempt) => (closed.aborted ? null : reconnectAfter(attempt)),
    });
    this.on('error', onError);
  }

  override duplicate(override?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(override);
    copy.on('error', this.onError);
    // BullMQ connects an ended copy again while its worker lives, so ended ones are forgotten only here.
    this.copies = [...this.copies.filter(({ status }) => status !== 'end'), copy];
    return copy;
  }

  disconnectAll(): void {
    for (const connection of [this, ...this.copies]) connection.disconnect();
  }
}

/** The queues on Redis: one connection for producing, one for consuming, one blocking per worker. */
export class RedisBackend implements EngineBackend {
  readonly kind = 'redis';
  private readonly producer: Redis;
  private consumer: ConsumerRedis | undefined;
  private readonly closing = new AbortController();

  constructor(
    private readonly url: string,
    private readonly onError: OnError,
  ) {
    this.producer = new Redis(url, PRODUCER);
    this.producer.on('error', onError);
  }

  async ready(): Promise<void> {
    if (this.producer.status !== 'ready') {
      await once(this.producer, 'ready', { signal: AbortSignal.timeout(UNREACHABLE_AFTER_MS) });
    }
    await this.producer.ping();
  }

  openQueue(name: QueueName): EngineQueue {
    return new Queue<Record<string, unknown>, JobOutcome>(name, {
      connection: this.producer,
      prefix: PREFIX,
      streams: EVENTS_KEPT,
    });
  }

  openWorker(name: QueueName, run: EngineProcessor, options: EngineWorkerOptions): EngineWorker {
    this.consumer ??= new ConsumerRedis(this.url, this.onError, this.closing.signal);
    return new Worker(name, run, { ...options, connection: this.consumer, prefix: PREFIX });
  }

  close(): Promise<void> {
    this.closing.abort();
    this.producer.disconnect();
    this.consumer?.disconnectAll();
    return Promise.resolve();
  }
}
