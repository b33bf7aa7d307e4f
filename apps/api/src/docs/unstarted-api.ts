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

/** The API as it is declared: modules and controllers are read, nothing is made, no database is needed. */
export async function unstartedApi(): Promise<NestFastifyApplication> {
  const modules = [PersistenceModule.forRoot({ url: 'postgres://nobody@localhost/none' })];
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot({ settings: UNUSED, modules }),
    new FastifyAdapter(),
    { preview: true, logger: ['error'] },
  );
  addressRoutes(app);
  return app;
}

/** The OpenAPI document of {@link unstartedApi}. */
export const describeRoutes = async (): Promise<OpenAPIObject> => describeApi(await unstartedApi());
