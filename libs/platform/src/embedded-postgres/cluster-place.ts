import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StartupProblem, systemCode } from '../startup-problem';
import { type Account, canReach, runsAsRoot, unprivilegedAccount } from './account';

/** Where the database files lie and who owns them (null: the account of this program). */
export interface ClusterPlace {
  readonly dir: string;
  readonly account: Account | null;
  /** Chinese, when the files are not where the caller asked. */
  readonly notice?: string;
}

/** Makes the data folder and returns its real path. */
export function prepareDataDir(dataDir: string): string {
  try {
    // 0711: the server's account may pass through, nobody else may look around.
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(dataDir);
  } catch (error) {
    throw new StartupProblem(
      'data_dir.unwritable',
      `数据目录 ${dataDir} 不可写（${systemCode(error) ?? '未知错误'}）。请修改该目录的权限，或用 ZHUQI_DATA_DIR 指定另一个目录。`,
      { cause: error },
    );
  }
}

/** Decides where the cluster of this data folder lies; existing files are never left behind. */
export function clusterPlace(dataDir: string, refuges: readonly string[] = defaultRefuges()): ClusterPlace {
  const home = join(dataDir, 'postgres');
  if (!runsAsRoot()) return { dir: home, account: null };
  if (existsSync(join(home, 'PG_VERSION'))) return existingPlace(home);
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const moved = refuges
    .map((refuge) => join(refuge, name))
    .find((dir) => existsSync(join(dir, 'PG_VERSION')));
  if (moved !== undefined) return { ...existingPlace(moved), notice: movedNotice(dataDir, moved) };
  const account = unprivilegedAccount();
  if (canReach(account, dataDir)) return { dir: home, account };
  const dir = join(openRefuge(refuges, account), name);
  return { dir, account, notice: movedNotice(dataDir, dir) };
}

const defaultRefuges = (): string[] => ['/var/lib/zhuqi', join(tmpdir(), 'zhuqi')];

const movedNotice = (dataDir: string, dir: string): string =>
  `以 root 启动且 ${dataDir} 的上级目录不允许其他帐号进入，数据库文件放在 ${dir}。`;

function existingPlace(dir: string): ClusterPlace {
  const account = unprivilegedAccount(statSync(join(dir, 'PG_VERSION')).uid);
  if (canReach(account, dirname(dir))) return { dir, account };
  throw new StartupProblem(
    'data_dir.closed',
    `数据库文件在 ${dir}，但帐号 ${account.name} 进不了它的上级目录。请对上级目录执行 chmod o+x，或用该目录的所有者启动。`,
  );
}

function openRefuge(refuges: readonly string[], account: Account): string {
  const open = refuges.find((refuge) => {
    try {
      mkdirSync(refuge, { recursive: true, mode: 0o711 });
      accessSync(refuge, constants.W_OK);
      return canReach(account, refuge);
    } catch {
      return false;
    }
  });
  if (open !== undefined) return open;
  throw new StartupProblem(
    'data_dir.closed',
    `以 root 启动时数据库由帐号 ${account.name} 运行，它进不了数据目录，也没有可用的替代目录。请用 ZHUQI_DATA_DIR 指定如 /var/lib/zhuqi 的目录。`,
  );
}
