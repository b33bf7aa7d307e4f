import { Client } from 'pg';
import { copyTickets } from './stage/copy-tickets';
import { type District, onDistrict } from './stage/district';
import type { Call } from './stage/load';
import { figure, machineLine, printTable, verdict } from './stage/report';
import { Api, Bare, recordedChange } from './stage/servers';
import { ratio, type Run, sideBySide, typical } from './stage/side-by-side';

/**
 * `bench/transition`: a unit claims and answers, each request on a ticket nobody has touched, against a bare server
 * that sends the same statements for other tickets of the same heap.
 */
const QUICK = process.argv.includes('--quick');
const SETTINGS = {
  rounds: QUICK ? 5 : 11,
  runMs: QUICK ? 400 : 800,
  warmUpMs: QUICK ? 1_000 : 3_000,
  connections: 8,
} as const;
/** More than both servers together get through. */
const TICKETS_EACH = QUICK ? 8_000 : 20_000;
const LEAST_SHARE = 0.5;
const ACCOUNT = 'township';
/** All ids of a copied ticket begin alike. */
const PREFIX = 24;

interface Workload {
  readonly name: string;
  readonly action: string;
  readonly from: string;
  readonly body: object;
}

const WORKLOADS: readonly Workload[] = [
  { name: 'claim', action: 'claim', from: 'dispatched', body: {} },
  {
    name: 'answer',
    action: 'answer',
    from: 'in_progress',
    body: {
      outcome: 'resolved',
      route: '会同供电公司现场勘查，更换老化电缆并增设备用回路。'.repeat(2),
      result: '检修完成，厂区供电恢复稳定，企业已恢复满负荷生产。'.repeat(2),
    },
  },
];

/** Tickets that are all in the same state, each to be used once. */
interface Heap {
  readonly ids: string[];
  readonly version: number;
}

async function rowsOf<T>(connectionString: string, text: string, values: unknown[]): Promise<T[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as T[];
  } finally {
    await client.end();
  }
}

/** The oldest ticket of the account's unit in this status. */
const SOURCE = `
select t.id, t.version from ticket t
where t.status = $1 and t.number !~ '-.*-' and t.holder_unit_id = (
  select person.unit_id from account join person on person.id = account.person_id where account.username = $2)
order by t.submitted_at, t.id limit 1`;

const COPIES = `select id from ticket where number like (select number from ticket where id = $1) || '-%'`;

async function heapOf({ url }: District, { from }: Workload): Promise<Heap> {
  const [source] = await rowsOf<{ id: string; version: number }>(url, SOURCE, [from, ACCOUNT]);
  if (source === undefined) throw new Error(`'${ACCOUNT}' holds no ticket that is ${from}`);
  const [{ count } = { count: 0 }] = await rowsOf<{ count: number }>(
    url,
    'select count(*)::int as count from ticket',
    [],
  );
  const order = { withHistory: true, source: `t.id = '${source.id}'`, sameTimes: true };
  await copyTickets(url, { ...order, upTo: count + TICKETS_EACH });
  const copies = await rowsOf<{ id: string }>(url, COPIES, [source.id]);
  return { ids: copies.map(({ id }) => id), version: source.version };
}

function fresh({ ids }: Heap): string {
  const id = ids.pop();
  if (id === undefined) throw new Error('too few tickets were prepared');
  return id;
}

const UNTOUCHED = 'select count(*)::int as count from ticket where id = any($1) and version = $2';

/** Both servers changed every ticket they were given: statements that miss their rows would be fast. */
async function mustHaveChanged({ url }: District, all: readonly string[], heap: Heap): Promise<void> {
  const [left] = await rowsOf<{ count: number }>(url, UNTOUCHED, [all, heap.version]);
  if (left?.count !== heap.ids.length) throw new Error('some requests changed no ticket');
}

interface Stage {
  readonly district: District;
  readonly api: Api;
  readonly bare: Bare;
}

async function runsOf(
  { district, api, bare }: Stage,
  { action, body }: Workload,
  heap: Heap,
): Promise<ReadonlyMap<string, readonly Run[]>> {
  const all = [...heap.ids];
  const headers = { ...(await api.signIn(ACCOUNT)), 'if-match': `"v${String(heap.version)}"` };
  const text = JSON.stringify(body);
  const take = (): Call => ({
    ...{ method: 'POST', headers, body: text },
    path: `/api/v1/tickets/${fresh(heap)}/${action}`,
  });
  const recording = await recordedChange(api, take, ({ path }) => path.split('/')[4]?.slice(0, PREFIX) ?? '');
  const address = await bare.learn(recording);
  const replay = (): Call => ({
    ...{ method: 'POST', body: text },
    path: `${address}${fresh(heap).slice(0, PREFIX)}`,
  });
  const runs = await sideBySide(
    [
      { name: 'zhuqi', port: api.port, pid: api.pid, next: take },
      { name: 'bare', port: bare.port, pid: bare.pid, next: replay },
    ],
    { ...SETTINGS, databasePid: district.databasePid },
  );
  await mustHaveChanged(district, all, heap);
  return runs;
}

const cpu = (run: Run): number => run.appCpuMs + run.databaseCpuMs;

function rowFor({ name }: Workload, runs: ReadonlyMap<string, readonly Run[]>): string[] {
  const [ours, theirs] = [runs.get('zhuqi'), runs.get('bare')];
  const [api, bare] = [typical(ours), typical(theirs)];
  const share = ratio(ours, theirs, (run) => run.perSecond);
  return [
    name,
    `${figure(api.perSecond)} of ${figure(bare.perSecond)}`,
    `${figure(share * 100)} % ${verdict(share >= LEAST_SHARE)}`,
    `${figure(ratio(theirs, ours, cpu) * 100)} %`,
    `${figure(api.p50, 1)} / ${figure(api.p99, 1)}`,
    `${figure(bare.p50, 1)} / ${figure(bare.p99, 1)}`,
    `${figure(api.appCpuMs, 2)} + ${figure(api.databaseCpuMs, 2)}`,
    `${figure(bare.appCpuMs, 2)} + ${figure(bare.databaseCpuMs, 2)}`,
  ];
}

const HEAD = [
  'action',
  'requests/s of bare',
  'share (goal ≥ 50 %)',
  'share by CPU',
  'p50 / p99 ms',
  'bare: p50 / p99 ms',
  'CPU ms app + database',
  'bare: app + database',
];

onDistrict(async (district) => {
  const heaps: Heap[] = [];
  for (const workload of WORKLOADS) heaps.push(await heapOf(district, workload));
  const stage = { district, api: await Api.start(district.url), bare: await Bare.start(district.url) };
  const rows: string[][] = [];
  for (const [index, workload] of WORKLOADS.entries()) {
    const heap = heaps[index];
    if (heap !== undefined) rows.push(rowFor(workload, await runsOf(stage, workload, heap)));
  }
  await Promise.all([stage.api.stop(), stage.bare.stop()]);
  printTable(
    `transition: ${figure(TICKETS_EACH * WORKLOADS.length)} tickets present, ${String(SETTINGS.connections)} ` +
      `connections, medians of ${String(SETTINGS.rounds)} interleaved runs; ${await machineLine(district.url)}`,
    HEAD,
    rows,
  );
});
