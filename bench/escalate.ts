import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { Child } from './stage/child';
import { copyTickets } from './stage/copy-tickets';
import { treeCpuMs } from './stage/cpu-time';
import { type District, onDistrict } from './stage/district';
import { hasRedis, startRedis } from './stage/redis-server';
import { idsMadeSince, type Recording } from './stage/replay';
import { figure, machineLine, median, printTable, verdict } from './stage/report';
import type { SentStatement } from './stage/statement-recording';

/**
 * `bench/escalate`: many clocks run out at the same instant; two workers on each engine against two bare loops that
 * send the same statements for the same tickets.
 */
const QUICK = process.argv.includes('--quick');
/** `--tickets=10000`, `--rounds=1`: other numbers than the usual ones. */
const numberOf = (name: string, usual: number): number =>
  Number(process.argv.find((text) => text.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
const TICKETS = numberOf('tickets', QUICK ? 400 : 1_000);
const ROUNDS = numberOf('rounds', QUICK ? 1 : 3);
const PROCESSES = 2;
/** What one worker does at a time. */
const HANDS = 4;
const SWEEP_SECONDS = 1;
const LEAST_SHARE = 0.5;
const GIVE_UP_AFTER_MS = 60_000 + TICKETS * 40;
/** Looking costs the server as well; when each rose is read from its events. */
const LOOK_EVERY_MS = 250;
const PREFIX = 24;

interface Scene {
  readonly district: District;
  readonly recording: Recording;
  /** When all of them are due, epoch milliseconds of business time. */
  readonly dueAt: number;
}

interface Outcome {
  readonly perSecond: number;
  /** After the instant it was due, milliseconds; NaN for the bare loops, whose times are those of the recording. */
  readonly lateP99: number;
  readonly cpuMs: number;
  readonly databaseCpuMs: number;
  /** Tickets that rose once. */
  readonly once: number;
  readonly more: number;
}

async function query<T>(connectionString: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as T[];
  } finally {
    await client.end();
  }
}

/** Copies one ticket whose next event is its escalation; nothing else in the district is ever due. */
async function prepare(district: District): Promise<Scene> {
  const { url } = district;
  const [source] = await query<{ id: string; at: string }>(
    url,
    `select id, extract(epoch from escalate_at) * 1000 as at from ticket
      where escalate_at = next_check_at and status = 'in_progress' and tier < 4
      order by next_check_at limit 1`,
  );
  if (source === undefined) throw new Error('no ticket of the district is about to rise');
  const [{ count } = { count: 0 }] = await query<{ count: number }>(
    url,
    'select count(*)::int as count from ticket',
  );
  await copyTickets(url, {
    upTo: count + TICKETS + 2,
    withHistory: true,
    source: `t.id = '${source.id}'`,
    sameTimes: true,
  });
  await query(url, "update ticket set next_check_at = null where number !~ '-.*-'");
  await query(url, 'update outbox set finished_at = clock_timestamp() where finished_at is null');
  const dueAt = Number(source.at);
  await turnTo(url, dueAt);
  const recording = await record(url);
  await turnTo(url, dueAt - 3_600_000);
  return { district, recording, dueAt };
}

const turnTo = (url: string, at: number): Promise<unknown> =>
  query(
    url,
    `update business_clock set offset_ms = round($1::float8 - extract(epoch from clock_timestamp()) * 1000)::bigint,
      heartbeat_at = to_timestamp($1::float8 / 1000)`,
    [at],
  );

const COPIES = "number ~ '-.*-'";

async function record(url: string): Promise<Recording> {
  const worker = await Child.start('worker-process.js', { order: 'ready' });
  await worker.tell({ order: 'work', url, sweepSeconds: SWEEP_SECONDS, timers: false });
  const two = await query<{ id: string; number: string }>(
    url,
    `select id, number from ticket where ${COPIES} order by id limit 2`,
  );
  const ticketIds = two.map(({ id }) => id);
  const told = await worker.tell<{ since: number; events: number; statements: SentStatement[] }>({
    order: 'record',
    ticketIds,
  });
  await worker.stop();
  await query(url, 'update ticket set next_check_at = null where id = any($1)', [ticketIds]);
  await query(url, 'update outbox set finished_at = clock_timestamp() where finished_at is null');
  if (told.events === 0) throw new Error('the recorded ticket did not rise');
  const fresh = [...idsMadeSince(told.since, told.statements), two[1]?.number ?? ''];
  return {
    statements: told.statements,
    answer: '',
    status: 200,
    named: ticketIds[1]?.slice(0, PREFIX) ?? '',
    fresh,
  };
}

const waiting = `${COPIES} and next_check_at is not null`;

async function bareLoops({ district, recording, dueAt }: Scene, url: string): Promise<Outcome> {
  const rows = await query<{ id: string }>(url, `select id from ticket where ${waiting}`);
  const named = rows.map(({ id }) => id.slice(0, PREFIX));
  const loops = await Promise.all(
    Array.from({ length: PROCESSES }, () => Child.start('bare-server.js', { order: 'ready' })),
  );
  const share = (index: number): string[] => named.filter((_, place) => place % PROCESSES === index);
  const order = { order: 'work', url, recording, hands: HANDS };
  const before = cpuOf(district, loops);
  const took = await Promise.all(
    loops.map((loop, index) => loop.tell<number>({ ...order, named: share(index) })),
  );
  const used = cpuOf(district, loops);
  await Promise.all(loops.map((loop) => loop.stop()));
  return {
    perSecond: (named.length / Math.max(...took)) * 1_000,
    lateP99: Number.NaN,
    ...cpuPerTicket(before, used),
    ...(await risen(url, dueAt)),
  };
}

const cpuOf = ({ databasePid }: District, children: readonly Child[]): readonly [number, number] => [
  children.reduce((sum, { pid }) => sum + treeCpuMs(pid), 0),
  treeCpuMs(databasePid),
];

const cpuPerTicket = (before: readonly [number, number], after: readonly [number, number]) => ({
  cpuMs: (after[0] - before[0]) / TICKETS,
  databaseCpuMs: (after[1] - before[1]) / TICKETS,
});

async function workers(
  { district, dueAt }: Scene,
  url: string,
  redisUrl: string | undefined,
): Promise<Outcome> {
  const children = await Promise.all(
    Array.from({ length: PROCESSES }, () => Child.start('worker-process.js', { order: 'ready' })),
  );
  await Promise.all(
    children.map((child) =>
      child.tell({ order: 'work', url, redisUrl, sweepSeconds: SWEEP_SECONDS, timers: true }),
    ),
  );
  await pause(1_500); // the consumers stand before the instant comes
  const before = cpuOf(district, children);
  await turnTo(url, dueAt);
  await untilRisen(url, dueAt);
  const used = cpuOf(district, children);
  const [late] = await query<{ last: number; p99: number }>(url, LATENESS, [dueAt]);
  await Promise.all(children.map((child) => child.stop()));
  return {
    perSecond: (TICKETS / (late?.last ?? Number.NaN)) * 1_000,
    lateP99: late?.p99 ?? Number.NaN,
    ...cpuPerTicket(before, used),
    ...(await risen(url, dueAt)),
  };
}

const LATENESS = `
select max(late)::float8 as last, percentile_disc(0.99) within group (order by late)::float8 as p99
from (select extract(epoch from min(e.at)) * 1000 - $1 as late from escalation e join ticket t on t.id = e.ticket_id
  where t.${COPIES} and e.at >= to_timestamp($1::float8 / 1000) group by t.id) x`;

async function untilRisen(url: string, dueAt: number): Promise<void> {
  const until = Date.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    const [row] = await query<{ left: number }>(
      url,
      `select count(*)::int as left from ticket where next_check_at <= to_timestamp($1::float8 / 1000)`,
      [dueAt],
    );
    if (row?.left === 0) return;
    if (Date.now() > until) throw new Error(`${String(row?.left)} tickets have not risen`);
    await pause(LOOK_EVERY_MS);
  }
}

/** How many rose exactly once, and how many more often, since the copies were made. */
async function risen(url: string, dueAt: number): Promise<{ once: number; more: number }> {
  const [row] = await query<{ once: number; more: number }>(
    url,
    `select count(*) filter (where n = 1)::int as once, count(*) filter (where n > 1)::int as more
      from (select count(*) as n from ticket_event e join ticket t on t.id = e.ticket_id
        where t.${COPIES} and e.type = 'escalated' and e.at >= to_timestamp($1::float8 / 1000) group by t.id) x`,
    [dueAt],
  );
  return { once: (row?.once ?? 0) - 2, more: row?.more ?? 0 }; // two rose for the recording
}

type Contender = (scene: Scene, url: string) => Promise<Outcome>;

const onRedis: Contender = async (scene, url) => {
  const redis = await startRedis();
  try {
    return await workers(scene, url, redis.url);
  } finally {
    await redis.stop();
  }
};

const CONTENDERS: Readonly<Record<string, Contender>> = {
  'bare loops': bareLoops,
  'workers, PostgreSQL': (scene, url) => workers(scene, url, undefined),
  ...(hasRedis() ? { 'workers, Redis': onRedis } : {}),
};

function rowOf(name: string, outcomes: readonly Outcome[], bare: readonly Outcome[]): string[] {
  const of = (pick: (outcome: Outcome) => number): number => median(outcomes.map(pick));
  const share = median(
    outcomes.map(({ perSecond }, round) => perSecond / (bare[round]?.perSecond ?? Number.NaN)),
  );
  const rate = of(({ perSecond }) => perSecond);
  const late = of(({ lateP99 }) => lateP99);
  const onTime = late <= (TICKETS / rate + SWEEP_SECONDS) * 1_000;
  const allOnce = outcomes.every(({ once, more }) => once === TICKETS && more === 0);
  return [
    name,
    figure(rate),
    outcomes === bare ? '' : `${figure(share * 100)} % ${verdict(share >= LEAST_SHARE)}`,
    Number.isNaN(late) ? '' : `${figure(late)} ${verdict(onTime)}`,
    `${figure(
      of(({ cpuMs }) => cpuMs),
      2,
    )} + ${figure(
      of(({ databaseCpuMs }) => databaseCpuMs),
      2,
    )}`,
    verdict(allOnce),
  ];
}

onDistrict(async (district) => {
  const scene = await prepare(district);
  const outcomes = new Map<string, Outcome[]>(Object.keys(CONTENDERS).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, contend] of Object.entries(CONTENDERS)) {
      const url = await district.copy(
        `round_${String(round)}_${String(outcomes.size)}_${name.replace(/\W/g, '')}`.toLowerCase(),
      );
      outcomes.get(name)?.push(await contend(scene, url));
    }
  }
  const bare = outcomes.get('bare loops') ?? [];
  printTable(
    `escalate: ${figure(TICKETS)} clocks due at one instant, ${String(PROCESSES)} processes, sweep every ` +
      `${String(SWEEP_SECONDS)} s, medians of ${String(ROUNDS)} interleaved rounds; ${await machineLine(district.url)}`,
    [
      'who',
      'tickets/s',
      'share (goal ≥ 50 %)',
      'late p99 ms (goal ≤ n ÷ rate + sweep)',
      'CPU ms app + database',
      'all exactly once',
    ],
    [...outcomes].map(([name, list]) => rowOf(name, list, bare)),
  );
});
