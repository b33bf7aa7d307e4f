import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { StartupProblem } from '../startup-problem';
import type { Binaries } from './binaries';
import type { ClusterPlace } from './cluster-place';
import { nextFreePort } from './free-port';
import { clearLeftOver } from './left-over-server';
import type { ServerLog } from './server-log';
import { ServerProcess } from './server-process';
import { serverArguments } from './server-settings';

const PORT_ATTEMPTS = 10;
const LONGEST_PAUSE_MS = 5_000;
/** A server that lived this long did not die of its own start. */
const STEADY_MS = 60_000;

export interface Launch {
  readonly binaries: Binaries;
  readonly place: ClusterPlace;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: ServerLog;
}

/** A server that is started again on its port when it dies unasked, so that the program recovers by itself. */
export class SupervisedServer {
  private stopping = false;

  private constructor(
    private readonly launch: Launch,
    readonly port: number,
    private current: ServerProcess,
  ) {
    void this.keepRunning();
  }

  /** Throws `StartupProblem` when the server does not come up. */
  static async start(launch: Launch): Promise<SupervisedServer> {
    let port = await nextFreePort();
    for (let attempt = 1; attempt <= PORT_ATTEMPTS; attempt += 1) {
      const server = launchOn(port, launch);
      if (await server.ready(launch.place.dir)) return new SupervisedServer(launch, port, server);
      await server.stop();
      // Another program may take the port between the probe and the server's start.
      if (!launch.log.tail().includes('could not bind')) break;
      port = await nextFreePort(port + 1);
    }
    throw new StartupProblem(
      'postgres.start_failed',
      `内置数据库没有启动，详见 ${launch.log.path}：${launch.log.tail().split('\n').slice(-3).join(' ')}`,
    );
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.current.stop();
  }

  private async keepRunning(): Promise<void> {
    for (let failures = 0; ;) {
      const since = performance.now();
      await this.current.ended;
      failures = performance.now() - since > STEADY_MS ? 0 : failures + 1;
      await pause(Math.min(50 * 2 ** failures, LONGEST_PAUSE_MS), undefined, { ref: false });
      if (!this.stopping) await this.revive();
      if (this.stopping) return;
    }
  }

  private async revive(): Promise<void> {
    try {
      await clearLeftOver(this.launch.place.dir);
    } catch {
      // A child of the dead server still holds on; the next attempt comes after the pause.
      return;
    }
    if (this.stopping) return;
    this.current = launchOn(this.port, this.launch);
    await this.current.ready(this.launch.place.dir);
  }
}

function launchOn(port: number, { binaries, place, settings, log }: Launch): ServerProcess {
  const args = serverArguments(place.dir, port, settings);
  return new ServerProcess({ postgres: binaries.postgres, args, account: place.account, logFd: log.fd });
}
