import { type LoggerService, RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule, type ProvidedModules } from './api.module';
import type { ApiSettings } from './edge/api-settings';
import { acceptJsonOnly } from './edge/json-body';
import { secureResponses } from './edge/response-headers';
import { SERVER_OPTIONS } from './edge/server-options';

export interface ApiOptions {
  readonly settings: ApiSettings;
  /** The modules behind the ports: persistence, messaging. They are global. */
  readonly modules: ProvidedModules;
  /** `false` keeps it quiet. */
  readonly logger?: LoggerService | false;
}

/** The HTTP application, initialised but not yet listening; the same for the program, the standalone and the tests. */
export async function createApi(options: ApiOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(SERVER_OPTIONS);
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot(options.settings, options.modules),
    adapter,
    {
      bodyParser: false,
      abortOnError: false,
      ...(options.logger === undefined ? {} : { logger: options.logger }),
    },
  );
  const server = adapter.getInstance();
  server.decorateRequest('signedIn', null);
  acceptJsonOnly(server);
  await secureResponses(server);
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE_THE_PREFIX });
  await app.init();
  await server.ready();
  return app;
}

const OUTSIDE_THE_PREFIX = ['health/live', 'health/ready', 'metrics'].map((path) => ({
  path,
  method: RequestMethod.GET,
}));
