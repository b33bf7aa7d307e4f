import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { withPersistence } from '@zhuqi/persistence';
import { type Config, loadCommandConfig, RealTimeModule, startEmbeddedPostgres } from '@zhuqi/platform';
import { CannotDo } from './problems';
import { OperatorModule } from './operator.module';

/** Made beside every embedded cluster, wherever its files lie. */
const TRACE_OF_CLUSTER = 'postgres.password';

export interface OpenDatabase {
  readonly config: Config;
  readonly url: string;
}

/**
 * The database the environment names; without DATABASE_URL the embedded one of the data folder, which is started
 * for the command and stopped after it. Only a command that may create it does so.
 */
export async function withDatabase<T>(
  work: (database: OpenDatabase) => Promise<T>,
  { mayCreate = false } = {},
): Promise<T> {
  const config = loadCommandConfig();
  if (config.databaseUrl !== null) return work({ config, url: config.databaseUrl });
  if (!mayCreate && !existsSync(join(config.dataDir, TRACE_OF_CLUSTER))) {
    throw new CannotDo(
      `没有设置 DATABASE_URL，数据目录 ${config.dataDir} 中也没有内置数据库。请设置其一（DATABASE_URL 或 ZHUQI_DATA_DIR），或先运行 npm start。`,
    );
  }
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir });
  try {
    return await work({ config, url: server.url });
  } finally {
    await server.stop();
  }
}

/** The use cases of the operator on that database, which must have this program's schema. */
export function withPorts<T>(work: (ports: INestApplicationContext) => Promise<T>): Promise<T> {
  return withDatabase(({ url }) => onDatabase(url, work));
}

export const onDatabase = <T>(
  url: string,
  work: (ports: INestApplicationContext) => Promise<T>,
): Promise<T> => withPersistence({ url, modules: [RealTimeModule, OperatorModule] }, work);
