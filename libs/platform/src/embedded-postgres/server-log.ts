import { closeSync, ftruncateSync, fstatSync, openSync, readSync, renameSync } from 'node:fs';
import { join } from 'node:path';

const MAX_BYTES = 8 * 1024 * 1024;
const CHECK_EVERY_MS = 10 * 60_000;

/**
 * The server's log file in the data folder. It is moved aside at a start and emptied during a run when it has
 * grown beyond 8 MiB: a server that runs for months must not fill the disk.
 */
export class ServerLog {
  readonly fd: number;
  readonly path: string;
  private readonly start: number;
  private readonly check: NodeJS.Timeout;

  constructor(dataDir: string) {
    this.path = join(dataDir, 'postgres.log');
    const earlier = openSync(this.path, 'a', 0o600);
    const tooLong = fstatSync(earlier).size > MAX_BYTES;
    if (tooLong) renameSync(this.path, `${this.path}.1`);
    this.fd = tooLong ? openSync(this.path, 'a+', 0o600) : openSync(this.path, 'a+');
    closeSync(earlier);
    this.start = fstatSync(this.fd).size;
    this.check = setInterval(() => {
      if (fstatSync(this.fd).size > MAX_BYTES) ftruncateSync(this.fd);
    }, CHECK_EVERY_MS).unref();
  }

  /** The end of what the server has said since this launcher opened the log. */
  tail(bytes = 1_500): string {
    const size = fstatSync(this.fd).size;
    const from = Math.max(Math.min(this.start, size), size - bytes);
    const text = Buffer.alloc(size - from);
    readSync(this.fd, text, 0, text.length, from);
    return text.toString('utf8').trim();
  }

  close(): void {
    clearInterval(this.check);
    closeSync(this.fd);
  }
}
