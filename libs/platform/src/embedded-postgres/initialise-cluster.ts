import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StartupProblem } from '../startup-problem';
import type { Account } from './account';
import type { Binaries } from './binaries';
import type { ClusterPlace } from './cluster-place';
import { spawnGuarded } from './guarded-process';

/** The bootstrap role; the program connects as it and hands narrower roles out itself. */
export const OWNER_ROLE = 'zhuqi';
export const POSTGRES_MAJOR = '18';

/** Between the cluster's name and six random characters. */
const DRAFT = '.new-';

const INITDB_FLAGS = [
  `--username=${OWNER_ROLE}`,
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--auth=scram-sha-256',
  '--no-instructions',
] as const;

/** Makes the cluster when it is missing; it appears whole or not at all. */
export async function initialiseCluster(
  binaries: Binaries,
  place: ClusterPlace,
  options: { password: string; durable: boolean },
): Promise<void> {
  if (existsSync(join(place.dir, 'PG_VERSION'))) {
    checkCluster(place);
    return;
  }
  removeDrafts(place.dir);
  const draft = mkdtempSync(`${place.dir}${DRAFT}`);
  const cluster = join(draft, 'cluster');
  const passwordFile = join(draft, 'password');
  mkdirSync(cluster, { mode: 0o700 });
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  for (const path of [draft, cluster, passwordFile]) giveTo(place.account, path);
  try {
    const flags = [...INITDB_FLAGS, `--pwfile=${passwordFile}`, ...(options.durable ? [] : ['--no-sync'])];
    await runInitdb(binaries.initdb, [...flags, '-D', cluster], place.account);
    renameSync(cluster, place.dir);
  } finally {
    removeDrafts(place.dir);
  }
}

/** A killed start leaves its draft; a child of it may still be ending there, so what resists waits for the next start. */
function removeDrafts(clusterDir: string): void {
  const prefix = `${basename(clusterDir)}${DRAFT}`;
  for (const name of readdirSync(dirname(clusterDir)).filter((entry) => entry.startsWith(prefix))) {
    try {
      rmSync(join(dirname(clusterDir), name), { recursive: true, force: true });
    } catch {
      // Every draft has a name of its own: this one is in nobody's way.
    }
  }
}

function checkCluster({ dir, account }: ClusterPlace): void {
  const version = readFileSync(join(dir, 'PG_VERSION'), 'utf8').trim();
  if (version !== POSTGRES_MAJOR) {
    throw new StartupProblem(
      'data_dir.version',
      `${dir} 是 PostgreSQL ${version} 的数据，本程序需要 ${POSTGRES_MAJOR}。请用旧版本导出后再导入，或用 ZHUQI_DATA_DIR 指定另一个目录。`,
    );
  }
  // A folder restored by root belongs to root; the server accepts only its own.
  if (account !== null && statSync(dir).uid !== account.uid) {
    spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, dir], { stdio: 'ignore' });
  }
}

function giveTo(account: Account | null, path: string): void {
  if (account !== null) chownSync(path, account.uid, account.gid);
}

async function runInitdb(initdb: string, args: readonly string[], account: Account | null): Promise<void> {
  const { child, ended } = spawnGuarded({
    program: initdb,
    args,
    account,
    farewell: 'initialisation',
    output: 'pipe',
  });
  let complaint = '';
  const { stderr } = child;
  stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  // The last words may arrive after the exit.
  await Promise.all([ended, stderr === null ? ended : once(stderr, 'close')]);
  if (child.exitCode !== 0) throw initFailed(initdb, complaint);
}

export const initFailed = (path: string, complaint: string): StartupProblem =>
  new StartupProblem(
    'postgres.init_failed',
    `内置数据库初始化失败（${path}）：${complaint.trim().slice(-600)}。请检查磁盘空间和权限后重新启动。`,
  );
