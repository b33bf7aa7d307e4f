import { treeCpuMs } from './cpu-time';
import { type Call, runLoad } from './load';
import { median, percentile } from './report';

/** A server that can be put under load. */
export interface Contender {
  readonly name: string;
  readonly port: number;
  /** Of the process that answers. */
  readonly pid: number;
  readonly next: () => Call;
}

/** What one contender did in one round. */
export interface Run {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly appCpuMs: number;
  readonly databaseCpuMs: number;
}

export interface Rounds {
  readonly rounds: number;
  /** Of one run, milliseconds. */
  readonly runMs: number;
  /** Of each contender's first run, which does not count: the compiler needs it. */
  readonly warmUpMs: number;
  readonly connections: number;
  /** Of the database server's first process. */
  readonly databasePid: number;
}

/** The contenders in turn, round after round, so that a noisy neighbour disturbs all alike. */
export async function sideBySide(
  contenders: readonly Contender[],
  settings: Rounds,
): Promise<ReadonlyMap<string, readonly Run[]>> {
  const runs = new Map<string, Run[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= settings.rounds; round += 1) {
    // Every other round goes backwards: what the first leaves behind falls on each of them in turn.
    for (const contender of round % 2 === 0 ? contenders : [...contenders].reverse()) {
      const run = await oneRun(contender, settings, round === 0 ? settings.warmUpMs : settings.runMs);
      if (round > 0) runs.get(contender.name)?.push(run);
    }
  }
  return runs;
}

async function oneRun({ port, pid, next }: Contender, settings: Rounds, ms: number): Promise<Run> {
  const { connections, databasePid } = settings;
  const before = [treeCpuMs(pid), treeCpuMs(databasePid)] as const;
  const { requests, seconds, latencies } = await runLoad({ port, next, connections, ms });
  return {
    perSecond: requests / seconds,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    appCpuMs: (treeCpuMs(pid) - before[0]) / requests,
    databaseCpuMs: (treeCpuMs(databasePid) - before[1]) / requests,
  };
}

/** The medians of all runs. */
export function typical(runs: readonly Run[] | undefined): Run {
  const of = (pick: (run: Run) => number): number => median((runs ?? []).map(pick));
  return {
    perSecond: of((run) => run.perSecond),
    p50: of((run) => run.p50),
    p99: of((run) => run.p99),
    appCpuMs: of((run) => run.appCpuMs),
    databaseCpuMs: of((run) => run.databaseCpuMs),
  };
}

/** The median over the rounds of how one contender's figure compares with another's in the same round. */
export function ratio(
  ours: readonly Run[] | undefined,
  theirs: readonly Run[] | undefined,
  pick: (run: Run) => number,
): number {
  const pairs = (ours ?? []).map((run, round) => [run, theirs?.[round]] as const);
  return median(pairs.map(([run, other]) => pick(run) / (other === undefined ? Number.NaN : pick(other))));
}
