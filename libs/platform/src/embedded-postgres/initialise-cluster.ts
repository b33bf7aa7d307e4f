import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartupProblem } from '../startup-problem';
import { type Account, runAs } from './account';
import type { Binaries } from './binaries';
import type { ClusterPlace } from './cluster-place';

/** The bootstrap role; the program connects as it and hands narrower roles out itself. */
export const OWNER_ROLE = 'zhuqi';
export const POSTGRES_MAJOR = '18';

/** A bare environment: the same cluster and the same English messages whatever the caller's locale. */
export const SERVER_ENV = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as const;

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
  const draft = `${place.dir}.new`;
  const passwordFile = `${place.dir}.new-password`;
  for (const path of [draft, passwordFile]) rmSync(path, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  for (const path of [draft, passwordFile]) giveTo(place.account, path);
  try {
    const flags = [...INITDB_FLAGS, `--pwfile=${passwordFile}`, ...(options.durable ? [] : ['--no-sync'])];
    await runInitdb(binaries.initdb, [...flags, '-D', draft], place.account);
    renameSync(draft, place.dir);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
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

function runInitdb(initdb: string, flags: readonly string[], account: Account | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const run = spawn(initdb, flags, {
      ...runAs(account),
      env: SERVER_ENV,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    run.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    run.once('error', (error) => reject(initFailed(initdb, error.message)));
    run.once('close', (code) => (code === 0 ? resolve() : reject(initFailed(initdb, complaint))));
  });
}

export const initFailed = (path: string, complaint: string): StartupProblem =>
  new StartupProblem(
    'postgres.init_failed',
    `内置数据库初始化失败（${path}）：${complaint.trim().slice(-600)}。请检查磁盘空间和权限后重新启动。`,
  );
