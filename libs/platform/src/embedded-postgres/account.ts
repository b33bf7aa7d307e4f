import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StartupProblem } from '../startup-problem';

/** An account of the operating system the server runs under. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const UNPRIVILEGED = ['postgres', 'nobody'] as const;

/** PostgreSQL refuses to run as root. */
export const runsAsRoot = (): boolean => process.getuid?.() === 0;

/** The account root starts the server under: the cluster's owner when it has one, else postgres or nobody. */
export function unprivilegedAccount(ownerUid?: number): Account {
  const accounts = readAccounts();
  const found =
    accounts.find(({ uid }) => uid !== 0 && uid === ownerUid) ??
    UNPRIVILEGED.map((name) => accounts.find((account) => account.name === name)).find(Boolean);
  if (found !== undefined) return found;
  throw new StartupProblem(
    'account.missing',
    '以 root 启动时，内置数据库需要一个普通帐号（postgres 或 nobody），本机没有。请先创建帐号 postgres，或改用普通帐号启动。',
  );
}

function readAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 7)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** The identity part of spawn options: who runs it, and from a folder everybody may enter. */
export function runAs(account: Account | null): { cwd: string; uid?: number; gid?: number } {
  return account === null ? { cwd: '/' } : { cwd: '/', uid: account.uid, gid: account.gid };
}

/** Whether the account gets through to a folder or may execute a file; the system decides, so ACLs count too. */
export function canReach(account: Account | null, path: string): boolean {
  const probe = spawnSync(
    '/bin/sh',
    ['-c', 'test -r "$1" -a -x "$1" || test -d "$1" -a -x "$1"', 'sh', path],
    {
      ...runAs(account),
      stdio: 'ignore',
    },
  );
  if (probe.error === undefined) return probe.status === 0;
  throw new StartupProblem(
    'account.cannot_switch',
    `无法以帐号 ${account?.name ?? '当前帐号'} 运行程序（${probe.error.message}）。请改用普通帐号启动，或设置 DATABASE_URL 使用已有的数据库。`,
    { cause: probe.error },
  );
}
