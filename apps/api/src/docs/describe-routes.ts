import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PersistenceModule } from '@zhuqi/persistence';
import { ApiModule } from '../api.module';
import { addressRoutes } from '../create-api';
import { describeApi } from './describe-api';

/** Nothing is started, so nothing of this is used. */
const UNUSED = {
  tokenSecret: 'x'.repeat(32),
  timeScaleControl: false,
  requestsPerMinute: 6_000,
  trustedProxies: [],
};

/** The OpenAPI document without a database: modules are read, not started. */
export async function describeRoutes(): Promise<OpenAPIObject> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot({
      settings: UNUSED,
      modules: [PersistenceModule.forRoot({ url: 'postgres://nobody@localhost/none' })],
    }),
    new FastifyAdapter(),
    { preview: true, logger: ['error'] },
  );
  addressRoutes(app);
  return describeApi(app);
}
