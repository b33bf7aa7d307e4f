import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { StartupProblem } from '../startup-problem';

/** How a server is asked to go, each signal with the time it is given. */
const FAREWELLS = [
  { signal: 'SIGINT', patienceMs: 5_000 },
  { signal: 'SIGQUIT', patienceMs: 3_000 },
  { signal: 'SIGKILL', patienceMs: 2_000 },
] as const;

/**
 * Stops whatever server still works on this cluster and removes its `postmaster.pid`. A left-over is never
 * adopted: nobody would stop it when this program ends. A pid that now belongs to another program is left alone.
 */
export async function clearLeftOver(clusterDir: string): Promise<void> {
  for (const { signal, patienceMs } of FAREWELLS) {
    if (serverProcesses(clusterDir).length === 0) break;
    for (const pid of addressees(clusterDir, signal)) send(pid, signal);
    await untilGone(clusterDir, patienceMs);
  }
  const stubborn = serverProcesses(clusterDir);
  if (stubborn.length > 0) {
    throw new StartupProblem(
      'postgres.left_over',
      `上次留下的数据库进程 ${stubborn.join('、')} 无法停止。请手工结束这些进程后重新启动。`,
    );
  }
  rmSync(join(clusterDir, 'postmaster.pid'), { force: true });
}

/** A polite signal goes to the postmaster alone, as long as it lives: it takes its children along. */
function addressees(clusterDir: string, signal: string): readonly number[] {
  const all = serverProcesses(clusterDir);
  const postmaster = recordedPid(clusterDir);
  return signal !== 'SIGKILL' && postmaster !== null && all.includes(postmaster) ? [postmaster] : all;
}

async function untilGone(clusterDir: string, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (serverProcesses(clusterDir).length > 0 && performance.now() < deadline) await pause(20);
}

/** The postmaster's process id as its pid file records it. */
export function recordedPid(clusterDir: string): number | null {
  try {
    const pid = Math.abs(Number.parseInt(readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8'), 10));
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

/** All processes of a server on this cluster: every one of them works from the cluster's folder. */
function serverProcesses(clusterDir: string): number[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((name) => worksIn(name, clusterDir))
      .map(Number);
  }
  const pid = recordedPid(clusterDir);
  if (pid === null) return [];
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.includes('postgres') && stdout.includes(clusterDir) ? [pid] : [];
}

function worksIn(pid: string, clusterDir: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === clusterDir &&
      readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
    );
  } catch {
    // Gone, a zombie, or a stranger's process: not ours.
    return false;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has just ended.
  }
}
