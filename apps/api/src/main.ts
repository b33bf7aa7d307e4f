import { MessagingModule } from '@zhuqi/messaging';
import { APPLICATION_ROLE, databaseProblem, PersistenceModule } from '@zhuqi/persistence';
import {
  type Config,
  createLogger,
  listenProblem,
  loadConfig,
  NestLog,
  runProgram,
  StartupProblem,
  stopOnSignal,
  tokenSecret,
} from '@zhuqi/platform';
import { createApi } from './create-api';

const POOL_SIZE = 20;
const REQUESTS_PER_MINUTE = 30_000;

/** The API as a program of its own, beside workers that share its database. */
runProgram(async () => {
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
  stopOnSignal(() => app.close());
  await app.listen(config.port, config.host).catch((error: unknown) => {
    throw listenProblem(config, error);
  });
}, databaseProblem);

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
    MessagingModule.forRoot({ databaseUrl, redisUrl: redisUrl ?? undefined, role }),
  ];
}
