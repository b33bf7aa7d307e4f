import { dirname } from 'node:path';
import { prepareBinaries } from './binaries';
import { clusterPlace, prepareDataDir } from './cluster-place';
import { lockDataFolder } from './data-folder-lock';
import { ensureDatabase } from './database';
import { OWNER_ROLE, initialiseCluster } from './initialise-cluster';
import { clearLeftOver } from './left-over-server';
import { ownerPassword } from './owner-password';
import { ServerLog } from './server-log';
import { isDurable } from './server-settings';
import { type Launch, SupervisedServer } from './supervised-server';

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
  const password = ownerPassword(dataDir, binaries, place);
  await initialiseCluster(binaries, place, { password, durable: isDurable(settings) });
  const log = new ServerLog(dataDir);
  const server = await startServer({ binaries, place, settings, log });
  const address = `postgres://${OWNER_ROLE}:${password}@127.0.0.1:${server.port}`;
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

async function startServer(launch: Launch): Promise<SupervisedServer> {
  try {
    return await SupervisedServer.start(launch);
  } catch (error) {
    launch.log.close();
    throw error;
  }
}
