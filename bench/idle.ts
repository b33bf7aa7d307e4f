import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { APPLICATION_ROLE } from '@zhuqi/persistence';
import { Client } from 'pg';
import { Child } from './stage/child';
import { copyTickets } from './stage/copy-tickets';
import { treeCpuMs } from './stage/cpu-time';
import { type District, onDistrict } from './stage/district';
import { figure, machineLine, median, printTable, verdict } from './stage/report';
import type { SentStatement } from './stage/statement-recording';

/** `bench/idle`: a great many running clocks and nothing due: what looking for work costs the database. */
const QUICK = process.argv.includes('--quick');
const CLOCKS = QUICK ? 100_000 : 1_000_000;
const SWEEP_SECONDS = 5;
const LOOKS = 400;
const ROUNDS = 5;
const WATCH_MS = QUICK ? 3_000 : 6_000;
const MOST_MS_A_SECOND = 5;

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Copies open tickets until enough clocks run, and turns the time back to before any of them is due. */
async function prepare(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ running: number; open: number; all: number }>(
      `select count(*) filter (where c.state = 'running')::int as running, count(distinct t.id)::int as open,
        (select count(*)::int from ticket) as all
       from ticket t join ticket_clock c on c.ticket_id = t.id where ${OPEN}`,
    );
    const [{ running, open, all } = { running: 0, open: 0, all: 0 }] = rows;
    const upTo = all + Math.ceil((CLOCKS / running) * open);
    await copyTickets(url, { upTo, withHistory: false, source: OPEN });
    await client.query(`update business_clock set offset_ms =
      round(extract(epoch from (select min(next_check_at) from ticket) - interval '1 day' - clock_timestamp()) * 1000)`);
    await client.query('update outbox set finished_at = clock_timestamp() where finished_at is null');
    const counted = await client.query<{ running: number }>(
      "select count(*)::int as running from ticket_clock where state = 'running'",
    );
    return counted.rows[0]?.running ?? 0;
  });
}

const OPEN = `t.status in ('dispatched', 'in_progress')
  and exists (select from ticket_clock r where r.ticket_id = t.id and r.state = 'running')`;

/** Processor milliseconds of the database for one sweep, from many in a row; and the milliseconds one takes. */
async function lookCost({ url, databasePid }: District, sweep: readonly SentStatement[]) {
  return withClient(url, async (client) => {
    await client.query(`set role ${APPLICATION_ROLE}`);
    const look = async (): Promise<void> => {
      for (const { name, text, values } of sweep) {
        await client.query({ ...(name === undefined ? {} : { name }), text, values: [...values] });
      }
    };
    const rounds: { cpu: number; wall: number }[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [cpu, began] = [treeCpuMs(databasePid), performance.now()];
      for (let n = 0; n < LOOKS; n += 1) await look();
      const used = { cpu: (treeCpuMs(databasePid) - cpu) / LOOKS, wall: (performance.now() - began) / LOOKS };
      if (round > 0) rounds.push(used);
    }
    return { cpu: median(rounds.map(({ cpu }) => cpu)), wall: median(rounds.map(({ wall }) => wall)) };
  });
}

/** A whole worker with all its timers and its queue on PostgreSQL: processor milliseconds a second. */
async function workerCost({ url, databasePid }: District): Promise<{ app: number; database: number }> {
  const worker = await Child.start('worker-process.js', { order: 'ready' });
  await worker.tell({ order: 'work', url, sweepSeconds: SWEEP_SECONDS, timers: true });
  await pause(WATCH_MS / 2);
  const before = [treeCpuMs(worker.pid), treeCpuMs(databasePid)] as const;
  await pause(WATCH_MS);
  const seconds = WATCH_MS / 1_000;
  const app = (treeCpuMs(worker.pid) - before[0]) / seconds;
  const database = (treeCpuMs(databasePid) - before[1]) / seconds;
  await worker.stop();
  return { app, database };
}

async function recordedSweep(url: string): Promise<readonly SentStatement[]> {
  const worker = await Child.start('worker-process.js', { order: 'ready' });
  await worker.tell({ order: 'work', url, sweepSeconds: SWEEP_SECONDS, timers: false });
  const statements = await worker.tell<SentStatement[]>({ order: 'sweep' });
  await worker.stop();
  return statements;
}

onDistrict(async (district) => {
  const running = await prepare(district.url);
  const sweep = await recordedSweep(district.url);
  const look = await lookCost(district, sweep);
  const worker = await workerCost(district);
  const aSecond = look.cpu / SWEEP_SECONDS;
  printTable(
    `idle: ${figure(running)} running clocks, nothing due, medians of ${String(ROUNDS)} rounds of ${String(LOOKS)} ` +
      `sweeps; ${await machineLine(district.url)}`,
    ['what', 'measured', 'goal'],
    [
      [`one sweep (${String(sweep.length)} statements), database CPU`, `${figure(look.cpu, 3)} ms`, ''],
      ['one sweep, from asking to the answer', `${figure(look.wall, 3)} ms`, ''],
      [
        `sweeping every ${String(SWEEP_SECONDS)} s, database CPU a second`,
        `${figure(aSecond, 3)} ms`,
        `≤ 5 ms: ${verdict(aSecond <= MOST_MS_A_SECOND)}`,
      ],
      [
        'sweeping every 1 s (demo)',
        `${figure(look.cpu, 3)} ms`,
        `≤ 5 ms: ${verdict(look.cpu <= MOST_MS_A_SECOND)}`,
      ],
      [
        'a whole idle worker, queue on PostgreSQL: database CPU a second',
        `${figure(worker.database, 1)} ms`,
        '',
      ],
      ['a whole idle worker: its own CPU a second', `${figure(worker.app, 1)} ms`, ''],
    ],
  );
});
