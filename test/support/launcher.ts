import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { temporaryFolder } from './postgres';

const ROOT = resolve(__dirname, '../..');

/** Starts the database like the program does, tells how it went in one line, and stops when its input ends. */
const PROGRAM = `
const { startEmbeddedPostgres } = require('./libs/platform/src/embedded-postgres/start-embedded-postgres.js');
const tell = (outcome) => console.log(JSON.stringify(outcome));
startEmbeddedPostgres({ dataDir: process.argv[2] }).then(
  (server) => {
    tell({ started: { url: server.url, dataDir: server.dataDir, notices: server.notices } });
    process.stdin.resume().on('end', () => void server.stop().then(() => process.exit(0)));
  },
  (problem) => {
    tell({ problem: { code: problem.code, detail: problem.detail ?? problem.stack } });
    process.exit(1);
  },
);
`;

/** What a launcher says after its start. */
export interface LauncherOutcome {
  readonly started?: { readonly url: string; readonly dataDir: string; readonly notices: readonly string[] };
  readonly problem?: { readonly code: string; readonly detail: string };
}

/** A separate process that owns an embedded PostgreSQL, so that a test can kill it. */
export interface Launcher {
  readonly process: ChildProcess;
  readonly outcome: LauncherOutcome;
  /** Waits for the end of the process; its exit code, null after a signal. */
  ended(): Promise<number | null>;
}

/** Compiles the launcher once; the folder goes to `launch`. */
export function buildLauncher(folder = temporaryFolder()): string {
  const swc = createRequire(__filename).resolve('@swc/cli/bin/swc.js');
  const flags = [
    'libs/platform',
    '-d',
    folder,
    '--config-file',
    '.swcrc',
    '--ignore',
    '**/*spec.ts',
    '--quiet',
  ];
  execFileSync(process.execPath, [swc, ...flags], { cwd: ROOT });
  writeFileSync(join(folder, 'launcher.js'), PROGRAM);
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Runs the launcher on a data folder and returns what it said. */
export async function launch(
  build: string,
  dataDir: string,
  account?: { uid: number; gid: number },
): Promise<Launcher> {
  const child = spawn(process.execPath, [join(build, 'launcher.js'), dataDir], {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
    ...account,
  });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { process: child, outcome: JSON.parse(line) as LauncherOutcome, ended: async () => (await exit)[0] };
}
