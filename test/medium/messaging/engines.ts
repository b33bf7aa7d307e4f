import { Redis } from 'ioredis';
import { Client } from 'pg';
import { migrateQueueSchema, openQueueEngine, type EngineListener, type QueueEngine } from '@zhuqi/messaging';
import { cloneDatabase } from '../../support/database';
import { hasRedis, startRedis, type TestRedis } from '../../support/redis';

/** Where one engine lives during a test. */
export interface EngineHome {
  open(listener?: EngineListener): QueueEngine;
  /** Makes a waiting routing job one that this program does not know, as a newer program would have sent it. */
  rename(id: string, name: string): Promise<void>;
  /** Every connection breaks; the server is back at once, on Redis without its jobs. */
  interrupt(): Promise<void>;
  /** The server goes away without a word. */
  kill(): Promise<void>;
}

/** Nothing listens on the port `discard`. */
export const NOBODY_REDIS = 'redis://127.0.0.1:9';
export const NOBODY_POSTGRES = 'postgres://postgres@127.0.0.1:9/nobody';
const APPLICATION_ROLE = 'zhuqi_app';

async function onRedis(): Promise<EngineHome> {
  let redis = await serve();
  const { url } = redis;
  return {
    open: (listener) => openQueueEngine({ redisUrl: url, databaseUrl: NOBODY_POSTGRES, listener }),
    rename: async (id, name) => {
      const client = new Redis(url);
      await client.hset(`zhuqi:routing:${id}`, 'name', name);
      client.disconnect();
    },
    interrupt: async () => {
      await redis.stop();
      redis = await serve(Number(new URL(url).port));
    },
    kill: () => redis.stop(),
  };
}

async function serve(port?: number): Promise<TestRedis> {
  const redis = await startRedis(port);
  if (redis === null) throw new Error('redis-server is not installed');
  return redis;
}

async function onPostgres(): Promise<EngineHome> {
  const database = await cloneDatabase();
  await migrateQueueSchema(database.url, APPLICATION_ROLE);
  return {
    open: (listener) => openQueueEngine({ databaseUrl: database.url, role: APPLICATION_ROLE, listener }),
    rename: (id, name) => ask(database.url, 'update bullmq.job set name = $2 where id = $1', [id, name]),
    interrupt: () => ask(database.url, TERMINATE_OTHERS, []),
    kill: () => database.drop(),
  };
}

const TERMINATE_OTHERS = `select pg_terminate_backend(pid) from pg_stat_activity
   where datname = current_database() and pid <> pg_backend_pid()`;

async function ask(url: string, statement: string, values: unknown[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement, values);
  await client.end();
}

/** Both engines; where redis-server is not installed its half of the suite is skipped. */
export const ENGINES = [
  { kind: 'redis', move: onRedis, suite: hasRedis() ? describe : describe.skip },
  { kind: 'postgres', move: onPostgres, suite: describe },
] as const;
