import { type INestApplicationContext, Module, type ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createDataSource, type DatabaseOptions } from './database/data-source';
import { requireCurrentSchema } from './database/schema-version';
import { PersistenceModule } from './persistence.module';

@Module({})
class WorkRoom {}

export interface PersistenceOptions extends DatabaseOptions {
  /** What the work needs beside the ports of persistence. */
  readonly modules: NonNullable<ModuleMetadata['imports']>;
}

/**
 * The ports of one database for a program that serves nobody: looks whether it answers and has this program's
 * schema (throws what PostgreSQL says, or which migrations differ), works, and closes.
 */
export async function withPersistence<T>(
  { modules, ...options }: PersistenceOptions,
  work: (ports: INestApplicationContext) => Promise<T>,
): Promise<T> {
  await mustBeCurrent(options);
  const imports = [...modules, PersistenceModule.forRoot(options)];
  const quietly = { logger: false, abortOnError: false } as const;
  const ports = await NestFactory.createApplicationContext({ module: WorkRoom, imports }, quietly);
  try {
    return await work(ports);
  } finally {
    await ports.close();
  }
}

/** The module's own connection keeps trying in silence; here the first refusal is the answer. */
async function mustBeCurrent(options: DatabaseOptions): Promise<void> {
  const source = createDataSource({ ...options, poolSize: 1 });
  await source.initialize();
  try {
    await requireCurrentSchema(source);
  } finally {
    await source.destroy();
  }
}
