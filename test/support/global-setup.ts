import { migrate } from '@zhuqi/persistence';
import type { EmbeddedPostgres } from '@zhuqi/platform';
import { TEMPLATE_URL_VARIABLE } from './database';
import { startTemporaryPostgres } from './postgres';

/** Several jest projects name this file, and jest may run it for each: they share one server. */
export interface TestServer {
  users: number;
  readonly server: Promise<EmbeddedPostgres>;
}

declare global {
  var zhuqiTestServer: TestServer | undefined;
}

/** One PostgreSQL for the whole run, with a migrated template that `cloneDatabase` copies. */
export default async function globalSetup(): Promise<void> {
  const shared = (globalThis.zhuqiTestServer ??= { users: 0, server: startMigrated() });
  shared.users += 1;
  process.env[TEMPLATE_URL_VARIABLE] = (await shared.server).url;
}

async function startMigrated(): Promise<EmbeddedPostgres> {
  const server = await startTemporaryPostgres('zhuqi_template');
  try {
    await migrate(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}
