import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Metrics } from '@zhuqi/platform';
import type { ApiOptions } from './api-options';
import { ApiModule } from './api.module';
import { serveDocs } from './docs/serve-docs';
import { acceptJsonOnly } from './edge/json-body';
import { measureRequests } from './edge/request-durations';
import { secureResponses } from './edge/response-headers';
import { serverOptions } from './edge/server-options';

/** The HTTP application, initialised but not yet listening; the same for the program, the standalone and the tests. */
export async function createApi(options: ApiOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(serverOptions(options.settings));
  const server = adapter.getInstance();
  server.decorateRequest('signedIn', null);
  acceptJsonOnly(server);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(options), adapter, {
    bodyParser: false,
    abortOnError: false,
    ...(options.logger === undefined ? {} : { logger: options.logger }),
  });
  measureRequests(server, app.get(Metrics));
  await secureResponses(server);
  addressRoutes(app);
  serveDocs(app);
  await app.init();
  await server.ready();
  return app;
}

/** Everything under `/api/v1`, except what machines look for at the root. */
export function addressRoutes(app: NestFastifyApplication): void {
  const exclude = ['health/live', 'health/ready', 'metrics'].map((path) => ({
    path,
    method: RequestMethod.GET,
  }));
  app.setGlobalPrefix('api/v1', { exclude });
}
