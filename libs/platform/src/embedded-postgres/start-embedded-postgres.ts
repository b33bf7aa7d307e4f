import { dirname, join } from 'node:path';
import { readOrCreateSecret } from '../secrets';
import { StartupProblem } from '../startup-problem';
import { prepareBinaries, type Binaries } from './binaries';
import { type ClusterPlace, clusterPlace, prepareDataDir } from './cluster-place';
import { lockDataFolder } from './data-folder-lock';
import { ensureDatabase } from './database';
import { FIRST_PORT, nextFreePort } from './free-port';
import { OWNER_ROLE, initialiseCluster, resetPassword } from './initialise-cluster';
import { clearLeftOver } from './left-over-server';
import { ServerLog } from './server-log';
import { ServerProcess } from './server-process';
import { isDurable, serverArguments } from './server-settings';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Server settings over the durable defaults, e.g. `fsync: 'off'` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Created when missing; default `zhuqi`. */
  readonly database?: string;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** Where the database files really lie. */
  readonly dataDir: string;
  /** Chinese sentences the person who starts the program should read. */
  readonly notices: readonly string[];
  /** Stops the server cleanly; may be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL of our own on a data folder and returns when it takes connections. It listens on the
 * loopback only and ends with this program, however the program ends. Throws `StartupProblem`.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = prepareDataDir(options.dataDir);
  const lock = await lockDataFolder(dataDir);
  try {
    return await startLocked(dataDir, options, lock.release);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function startLocked(
  dataDir: string,
  { settings = {}, database = 'zhuqi' }: EmbeddedPostgresOptions,
  release: () => Promise<void>,
): Promise<EmbeddedPostgres> {
  const place = clusterPlace(dataDir);
  const binaries = prepareBinaries(place.account, dirname(place.dir));
  await clearLeftOver(place.dir);
  const password = readOrCreateSecret(join(dataDir, 'postgres.password'), 24);
  const isNew = await initialiseCluster(binaries, place, {
    password: password.value,
    durable: isDurable(settings),
  });
  if (password.created && !isNew) resetPassword(binaries, place, password.value);

  const log = new ServerLog(dataDir);
  const { server, port } = await startServer({ binaries, place, settings, log });
  const address = `postgres://${OWNER_ROLE}:${password.value}@127.0.0.1:${port}`;
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopping ??= server
      .stop()
      .then(() => log.close())
      .then(release));
  try {
    await ensureDatabase(`${address}/postgres`, database);
  } catch (error) {
    await stop();
    throw error;
  }
  const notices = place.notice === undefined ? [] : [place.notice];
  return { url: `${address}/${encodeURIComponent(database)}`, dataDir: place.dir, notices, stop };
}

interface Launch {
  readonly binaries: Binaries;
  readonly place: ClusterPlace;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: ServerLog;
}

/** Another program may take the port between the probe and the server's start; then the next one is tried. */
async function startServer({
  binaries,
  place,
  settings,
  log,
}: Launch): Promise<{ server: ServerProcess; port: number }> {
  let port = await nextFreePort();
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const args = serverArguments(place.dir, port, settings);
    const server = new ServerProcess({
      postgres: binaries.postgres,
      args,
      account: place.account,
      logFd: log.fd,
    });
    if (await server.ready(place.dir)) return { server, port };
    await server.stop();
    if (!/could not bind|Address already in use/.test(log.tail())) break;
    port = await nextFreePort(port + 1 > FIRST_PORT ? port + 1 : FIRST_PORT);
  }
  const said = log.tail();
  log.close();
  throw new StartupProblem(
    'postgres.start_failed',
    `内置数据库没有启动，详见 ${log.path}：${said.split('\n').slice(-3).join(' ')}`,
  );
}
