import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PersistenceModule } from '@zhuqi/persistence';
import { RealTimeModule } from '@zhuqi/platform';
import { SeedingModule } from '@zhuqi/seeds';
import { Module } from '@nestjs/common';

@Module({})
class SeededModule {}

/** The ports of persistence and the seeds on one database, without HTTP and without a queue. */
export function seededContext(url: string): Promise<INestApplicationContext> {
  const imports = [RealTimeModule, PersistenceModule.forRoot({ url }), SeedingModule];
  return NestFactory.createApplicationContext(
    { module: SeededModule, imports },
    { logger: false, abortOnError: false },
  );
}
