import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '@zhuqi/api';
import { MessagingModule } from '@zhuqi/messaging';
import { APPLICATION_ROLE, PersistenceModule } from '@zhuqi/persistence';
import { obey } from './child';
import { recordStatements, type SentStatement } from './statement-recording';

/** The API as the program runs it, without the timers of the worker. */
let app: NestFastifyApplication | undefined;
let stopRecording: () => SentStatement[] = () => [];

async function serve(url: string): Promise<number> {
  const role = APPLICATION_ROLE;
  app = await createApi({
    settings: {
      tokenSecret: 'the benchmarks sign with this secret of their own',
      timeScaleControl: false,
      requestsPerMinute: 100_000_000,
      trustedProxies: [],
    },
    modules: [
      PersistenceModule.forRoot({ url, poolSize: 20, role }),
      MessagingModule.forRoot({ databaseUrl: url, redisUrl: undefined, role }),
    ],
    logger: false,
  });
  await app.listen(0, '127.0.0.1');
  return (app.getHttpServer().address() as AddressInfo).port;
}

obey(
  {
    ready: () => undefined,
    serve: ({ url }) => serve(String(url)),
    record: () => void (stopRecording = recordStatements()),
    recorded: () => stopRecording(),
  },
  () => app?.close(),
);
