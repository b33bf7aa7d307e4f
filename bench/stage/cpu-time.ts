import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second, whatever the kernel's own tick. */
const MS_PER_TICK = 10;

interface ProcessTimes {
  readonly parent: number;
  readonly ms: number;
}

/** User and system time of a process and of its children that have ended; null when it is gone or not on Linux. */
function timesOf(pid: number): ProcessTimes | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'latin1');
    // The name in parentheses may hold anything, so fields are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), ms: ticks * MS_PER_TICK };
  } catch {
    return null;
  }
}

/** Processor milliseconds a process and everything below it have used since they began; NaN off Linux. */
export function treeCpuMs(root: number): number {
  const own = timesOf(root);
  if (own === null) return Number.NaN;
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), times: timesOf(Number(name)) }));
  const below = (pid: number): number =>
    all
      .filter(({ times }) => times?.parent === pid)
      .reduce((sum, child) => sum + (child.times?.ms ?? 0) + below(child.pid), 0);
  return own.ms + below(root);
}

/** Resident memory of one process in MB; NaN off Linux. */
export function residentMb(pid: number): number {
  try {
    const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'latin1'))?.[1];
    return Number(kb) / 1_024;
  } catch {
    return Number.NaN;
  }
}
