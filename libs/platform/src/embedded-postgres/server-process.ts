import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account';
import { spawnGuarded } from './guarded-process';

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

  constructor({ postgres, args, account, logFd }: ServerCommand) {
    const command = { program: postgres, args, account, farewell: 'server', output: logFd } as const;
    ({ child: this.child, pipe: this.pipe, ended: this.ended } = spawnGuarded(command));
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
