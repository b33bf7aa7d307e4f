import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { createApi } from '@zhuqi/api';
import { DemoClock } from '@zhuqi/application';
import { MessagingModule } from '@zhuqi/messaging';
import { APPLICATION_ROLE, PersistenceModule } from '@zhuqi/persistence';
import {
  addressOf,
  type Config,
  createLogger,
  demoPassword,
  type EmbeddedPostgres,
  listenProblem,
  loadStandaloneConfig,
  makeAnchoring,
  mustBeFree,
  NestLog,
  startEmbeddedPostgres,
  tokenSecret,
} from '@zhuqi/platform';
import type { PreparedDemo } from '@zhuqi/seeds';
import { WorkerModule } from '@zhuqi/worker';
import { untilConsuming, workerCheck } from './worker-check';
import { prepareDatabase } from './prepare-database';

export interface Standalone {
  readonly address: string;
  /** Null outside the demo. */
  readonly demo: PreparedDemo | null;
  readonly password: string | null;
  readonly dataDir: string | null;
  readonly notices: readonly string[];
  stop(): Promise<void>;
}

const POOL_SIZE = 20;
const REQUESTS_PER_MINUTE = 30_000;
/** A person is watching the demo's lamps: look more often than the 5 s of production. */
const DEMO_SWEEP_SECONDS = 1;
const QUEUE_IS_LATE = '任务队列还没有应答，恢复后后台任务会自动开始。';

/** Brings up PostgreSQL (embedded unless DATABASE_URL is set), schema, seeds, API and worker in one process. */
export async function startStandalone(): Promise<Standalone> {
  const config = loadStandaloneConfig();
  await mustBeFree(config);
  const postgres =
    config.databaseUrl === null ? await startEmbeddedPostgres({ dataDir: config.dataDir }) : null;
  try {
    return await serve(config, postgres);
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

async function serve(config: Config, postgres: EmbeddedPostgres | null): Promise<Standalone> {
  const url = postgres?.url ?? config.databaseUrl ?? '';
  const password = config.demo ? demoPassword(config) : null;
  const demo = await prepareDatabase(url, password);
  const app = await serverOf(config, url);
  const address = await listen(app, config);
  const late = (await untilConsuming(app)) ? [] : [QUEUE_IS_LATE];
  return {
    ...{ address, demo, password },
    dataDir: postgres?.dataDir ?? null,
    notices: [...(postgres?.notices ?? []), ...late],
    stop: async () => {
      // The demo's time stands still from here on; the next start goes on from it.
      await app
        .get(DemoClock)
        .heartbeat()
        .catch(() => undefined);
      try {
        await app.close();
      } finally {
        await postgres?.stop();
      }
    },
  };
}

async function listen(app: NestFastifyApplication, config: Config): Promise<string> {
  try {
    await app.listen(config.port, config.host);
    return addressOf(config.host, app.getHttpServer().address() as AddressInfo);
  } catch (error) {
    await app.close();
    throw listenProblem(config, error);
  }
}

async function serverOf(config: Config, url: string): Promise<NestFastifyApplication> {
  let app: NestFastifyApplication | null = null;
  const role = APPLICATION_ROLE;
  const { stormTickets, stormPerMinute, anchorMinutes } = config;
  const sweepSeconds = config.demo ? DEMO_SWEEP_SECONDS : config.sweepSeconds;
  const level = config.logLevel === 'info' ? 'warn' : config.logLevel;
  app = await createApi({
    settings: {
      tokenSecret: tokenSecret(config),
      timeScaleControl: config.timeScaleControl,
      requestsPerMinute: REQUESTS_PER_MINUTE,
      trustedProxies: config.trustedProxies,
    },
    modules: [
      PersistenceModule.forRoot({ url, poolSize: POOL_SIZE, role }),
      MessagingModule.forRoot({ databaseUrl: url, redisUrl: config.redisUrl ?? undefined, role }),
      WorkerModule.forRoot({
        ...{ sweepSeconds, stormTickets, stormPerMinute, anchorMinutes },
        ...{ anchoring: makeAnchoring(config), timers: true },
      }),
    ],
    checks: [workerCheck(() => app)],
    logger: new NestLog(createLogger({ level, format: 'short', service: 'standalone' })),
  });
  return app;
}
