import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type Account, runAs } from './account';
import { SERVER_ENV } from './initialise-cluster';

/**
 * The dead-man switch. A guard is forked off before the shell becomes the server, so there is no moment without
 * it. It reads the pipe whose other end only the launcher holds: a line stands it down, the end of the pipe
 * (the launcher is gone, however it went) stops the server, at first cleanly, after three seconds at once.
 */
const GUARDED = `
server=$$
exec 3<&0
( ( trap '' HUP INT TERM
    read -r farewell && exit 0
    kill -INT $server
    tries=0
    while kill -0 $server && [ $tries -lt 30 ]; do sleep 0.1; tries=$((tries+1)); done
    kill -QUIT $server
  ) <&3 >/dev/null 2>&1 & )
exec "$@" </dev/null 3<&-
`;

const START_MS = 120_000;
const STOPS = [
  { signal: 'SIGINT', patienceMs: 8_000 },
  { signal: 'SIGQUIT', patienceMs: 3_000 },
  { signal: 'SIGKILL', patienceMs: 3_000 },
] as const;

export interface ServerCommand {
  readonly postgres: string;
  readonly args: readonly string[];
  readonly account: Account | null;
  readonly logFd: number;
}

/** A running server that ends with this program. It does not keep the program alive. */
export class ServerProcess {
  private readonly child: ChildProcess;
  private readonly pipe: Socket;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;

  constructor(command: ServerCommand) {
    this.child = spawn('/bin/sh', ['-c', GUARDED, 'sh', command.postgres, ...command.args], {
      ...runAs(command.account),
      env: SERVER_ENV,
      // An own session: a Ctrl-C in the terminal must reach us alone, so that we drain before the server goes.
      detached: true,
      stdio: ['pipe', command.logFd, command.logFd],
    });
    this.pipe = this.child.stdin as Socket;
    this.pipe.on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      this.child.once('exit', () => resolve());
      this.child.once('error', () => resolve());
    });
    // The process id may soon be another program's: the guard must not use it any more.
    void this.ended.then(() => this.pipe.end('ended\n'));
  }

  /** Waits until the server takes connections; false when it ended instead. */
  async ready(clusterDir: string): Promise<boolean> {
    const deadline = performance.now() + START_MS;
    while (this.isRunning() && performance.now() < deadline) {
      if (this.saysReady(clusterDir)) {
        this.child.unref();
        this.pipe.unref();
        return true;
      }
      await pause(10);
    }
    return false;
  }

  async stop(): Promise<void> {
    this.child.ref();
    for (const { signal, patienceMs } of STOPS) {
      if (!this.isRunning()) return;
      this.child.kill(signal);
      await Promise.race([this.ended, once(AbortSignal.timeout(patienceMs), 'abort')]);
    }
  }

  private isRunning(): boolean {
    return this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** The server writes its state into line 8 of its pid file; pg_ctl reads the same. */
  private saysReady(clusterDir: string): boolean {
    try {
      const lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
      return Number(lines[0]) === this.child.pid && lines[7]?.trim() === 'ready';
    } catch {
      return false;
    }
  }
}
