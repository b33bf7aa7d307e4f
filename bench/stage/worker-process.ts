import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CheckClocks } from '@zhuqi/application';
import { MessagingModule } from '@zhuqi/messaging';
import { APPLICATION_ROLE, PersistenceModule } from '@zhuqi/persistence';
import { RealTimeModule } from '@zhuqi/platform';
import { Sweep, WorkerModule } from '@zhuqi/worker';
import { type Order, obey } from './child';
import { recordStatements } from './statement-recording';

/** The worker as the program runs it. */
let context: INestApplicationContext | undefined;

@Module({})
class WorkerProcess {}

async function work({ url, redisUrl, sweepSeconds, timers }: Order): Promise<void> {
  const role = APPLICATION_ROLE;
  const databaseUrl = String(url);
  const imports = [
    RealTimeModule,
    PersistenceModule.forRoot({ url: databaseUrl, poolSize: 15, role }),
    MessagingModule.forRoot({ databaseUrl, redisUrl: redisUrl as string | undefined, role }),
    WorkerModule.forRoot({
      sweepSeconds: Number(sweepSeconds),
      timers: timers === true,
      consumers: timers === true,
    }),
  ];
  context = await NestFactory.createApplicationContext(
    { module: WorkerProcess, imports },
    { logger: false, abortOnError: false },
  );
}

/** The statements of one ticket's check, when calendars and policies are at hand. */
async function record({ ticketIds }: Order): Promise<unknown> {
  const [warmUp = '', recorded = ''] = ticketIds as string[];
  const check = context?.get(CheckClocks, { strict: false });
  await check?.execute(warmUp);
  const since = Date.now();
  const stop = recordStatements();
  const events = await check?.execute(recorded);
  return { since, events, statements: stop() };
}

/** The statements of one look for due tickets. */
async function sweep(): Promise<unknown> {
  const stop = recordStatements();
  await context?.get(Sweep, { strict: false }).tick();
  return stop();
}

obey({ ready: () => undefined, work, record, sweep }, () => context?.close());
