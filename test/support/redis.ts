import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const REDIS_MISSING = 'redis-server is not installed';

/** A Redis of one test's own; nothing is written to disk. */
export interface TestRedis {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The shell leaves a guard behind that ends Redis when the test process is gone, then becomes Redis. */
const GUARDED = `
server=$$
exec 3<&0
( ( read -r farewell || kill -KILL $server ) <&3 >/dev/null 2>&1 & )
exec redis-server "$@" </dev/null 3<&-
`;

/** Whether this machine has the program; without it the tests that need Redis are skipped with `REDIS_MISSING`. */
export const hasRedis = (): boolean =>
  spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;

/** Starts a real redis-server on a free loopback port; null when the program is not installed. */
export async function startRedis(port?: number): Promise<TestRedis | null> {
  if (!hasRedis()) return null;
  const chosen = port ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), 'zhuqi-redis-'));
  const flags = [
    '--port',
    String(chosen),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ];
  const child = spawn('/bin/sh', ['-c', GUARDED, 'sh', ...flags], { stdio: ['pipe', 'pipe', 'ignore'] });
  await untilReady(child);
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    child.stdin.end('ended\n');
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `redis://127.0.0.1:${chosen}`, pid: child.pid ?? 0, stop };
}

function untilReady(child: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`redis-server ended before it was ready: ${said}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000);
      if (said.includes('Ready to accept connections')) resolve();
    });
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => void probe.close(resolve));
  return port;
}
