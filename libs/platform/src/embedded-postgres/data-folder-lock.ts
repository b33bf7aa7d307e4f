import { rmSync, statSync } from 'node:fs';
import { type Server, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartupProblem, systemCode } from '../startup-problem';

/** Proof that this process alone works on a data folder. */
export interface DataFolderLock {
  readonly release: () => Promise<void>;
}

/**
 * One launcher per data folder. A listening local socket is the lock, because the kernel takes it away
 * from a killed process at once; whoever connects is told the owner's process id.
 */
export async function lockDataFolder(dataDir: string): Promise<DataFolderLock> {
  const address = lockAddress(dataDir);
  const server = (await listen(address)) ?? (await listenAfterCrash(address));
  if (server === null) {
    const owner = await askOwner(address);
    throw new StartupProblem(
      'data_dir.in_use',
      `数据目录 ${dataDir} 正在被另一个助企程序使用${owner === null ? '' : `（进程 ${owner}）`}。请先停止它，或用 ZHUQI_DATA_DIR 指定另一个目录。`,
    );
  }
  server.unref();
  return { release: () => new Promise((resolve) => void server.close(() => resolve())) };
}

/** Named by the folder's identity, so two paths to one folder share one lock. Linux needs no file for it. */
function lockAddress(dataDir: string): string {
  const { dev, ino } = statSync(dataDir);
  const name = `zhuqi-data-${dev}-${ino}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<Server | null> {
  const server = createServer((caller) => caller.on('error', () => undefined).end(String(process.pid)));
  return new Promise((resolve, reject) => {
    server.once('error', (error) => (systemCode(error) === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(address, () => resolve(server));
  });
}

/** A socket file outlives its owner; an address without a file does not. */
async function listenAfterCrash(address: string): Promise<Server | null> {
  if (address.startsWith('\0') || (await askOwner(address)) !== null) return null;
  rmSync(address, { force: true });
  return listen(address);
}

function askOwner(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    let answer = '';
    const call = connect(address);
    call.setEncoding('utf8').setTimeout(500, () => call.destroy());
    call.on('data', (text: string) => (answer += text));
    call.on('error', () => undefined);
    call.on('close', () => resolve(/^\d+$/.test(answer) ? answer : null));
  });
}
