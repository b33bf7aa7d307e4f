import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openQueueEngine } from '@zhuqi/messaging';
import { APPLICATION_ROLE, PersistenceModule } from '@zhuqi/persistence';
import { type Config, createLogger, loadConfig, NestLog, StartupProblem, tokenSecret } from '@zhuqi/platform';
import { createApi } from './create-api';
import { QueueModule } from './queue.module';

const POOL_SIZE = 20;
const REQUESTS_PER_MINUTE = 30_000;
const DRAIN_WITHIN_MS = 20_000;

/** The API as a program of its own, beside workers that share its database. */
async function main(): Promise<void> {
  const config = loadConfig();
  const app = await createApi({
    settings: {
      tokenSecret: tokenSecret(config),
      timeScaleControl: config.timeScaleControl,
      requestsPerMinute: REQUESTS_PER_MINUTE,
      trustedProxies: config.trustedProxies,
    },
    modules: storageModules(config),
    logger: new NestLog(createLogger({ level: config.logLevel, format: 'json', service: 'api' })),
  });
  stopOnSignal(app);
  await app.listen(config.port, config.host);
}

function storageModules({ databaseUrl, redisUrl }: Config) {
  if (databaseUrl === null) {
    throw new StartupProblem(
      'database.required',
      '单独运行 API 需要 DATABASE_URL；只想在一台机器上试用，请运行 npm start。',
    );
  }
  const role = APPLICATION_ROLE;
  return [
    PersistenceModule.forRoot({ url: databaseUrl, poolSize: POOL_SIZE, role }),
    QueueModule.forRoot(openQueueEngine({ databaseUrl, redisUrl: redisUrl ?? undefined, role })),
  ];
}

/** Finishes what was begun, but never later than the platform's patience. */
function stopOnSignal(app: NestFastifyApplication): void {
  const stop = (): void => {
    setTimeout(() => process.exit(1), DRAIN_WITHIN_MS).unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** A problem of starting is told in one sentence; a stack would hide it. */
main().catch((error: unknown) => {
  const said = error instanceof StartupProblem ? `${error.code}：${error.detail}` : String(error);
  process.stderr.write(`无法启动。${said}\n`);
  process.exit(1);
});
