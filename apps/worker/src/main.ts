import { NestFactory } from '@nestjs/core';
import { MessagingModule } from '@zhuqi/messaging';
import { APPLICATION_ROLE, databaseProblem, PersistenceModule } from '@zhuqi/persistence';
import {
  createLogger,
  loadConfig,
  makeAnchoring,
  NestLog,
  RealTimeModule,
  runProgram,
  StartupProblem,
  stopOnSignal,
} from '@zhuqi/platform';
import { WorkerModule } from './worker.module';

const POOL_SIZE = 15;

/** The worker as a program of its own, beside APIs and other workers that share its database. */
runProgram(async () => {
  const config = loadConfig();
  const { databaseUrl: url, redisUrl } = config;
  if (url === null) {
    throw new StartupProblem(
      'database.required',
      '单独运行后台任务需要 DATABASE_URL；只想在一台机器上试用，请运行 npm start。',
    );
  }
  const role = APPLICATION_ROLE;
  const imports = [
    RealTimeModule,
    PersistenceModule.forRoot({ url, poolSize: POOL_SIZE, role }),
    MessagingModule.forRoot({ databaseUrl: url, redisUrl: redisUrl ?? undefined, role }),
  ];
  const logger = new NestLog(createLogger({ level: config.logLevel, format: 'json', service: 'worker' }));
  const { sweepSeconds, stormTickets, stormPerMinute, anchorMinutes } = config;
  const anchors = { anchoring: makeAnchoring(config), anchorMinutes };
  const worker = WorkerModule.forRoot({
    ...{ sweepSeconds, stormTickets, stormPerMinute, ...anchors, timers: true },
  });
  const context = await NestFactory.createApplicationContext(
    { ...worker, imports },
    { logger, abortOnError: false },
  );
  stopOnSignal(() => context.close());
}, databaseProblem);
