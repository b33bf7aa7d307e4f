import { Client } from 'pg';
import { copyTickets } from './stage/copy-tickets';
import { type District, onDistrict } from './stage/district';
import { ask, type Call } from './stage/load';
import { figure, machineLine, printTable, verdict } from './stage/report';
import { Api, Bare, recordedRead } from './stage/servers';
import { type Contender, ratio, type Run, sideBySide, typical } from './stage/side-by-side';

/**
 * `bench/queue`: one ticket and the queues, against a bare server that sends the same statements, and the same
 * statements among many more tickets. `--million` fills up to a million, `--quick` takes a shorter look.
 */
const QUICK = process.argv.includes('--quick');
const FEW = 10_000;
const MANY = process.argv.includes('--million') ? 1_000_000 : QUICK ? 50_000 : 200_000;
const SETTINGS = {
  rounds: 5,
  runMs: QUICK ? 150 : 500,
  warmUpMs: QUICK ? 300 : 1_500,
  connections: 8,
} as const;
const LEAST_SHARE = 0.5;
const MOST_GROWTH = 1.5;

interface Workload {
  readonly name: string;
  readonly account: string;
  /** Below `/api/v1`; `:id` is any ticket of the district. */
  readonly path: string;
}

const WORKLOADS: readonly Workload[] = [
  { name: 'get one', account: 'office', path: '/tickets/:id' },
  { name: 'queue of a unit, 20', account: 'department', path: '/tickets?view=unit' },
  { name: 'open by status, 20', account: 'office', path: '/tickets?status=dispatched,in_progress' },
  { name: 'escalation queue, 20', account: 'leader', path: '/escalations' },
];

interface Stage {
  readonly api: Api;
  readonly few: Bare;
  readonly many: Bare;
  readonly databasePid: number;
  /** Tickets the office may read, of the small and of the large database. */
  readonly fewIds: readonly string[];
  readonly manyIds: readonly string[];
}

async function ticketIds(connectionString: string): Promise<string[]> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    "select id from ticket where region_code = '220105' order by md5(id::text) limit 20000",
  );
  await client.end();
  return rows.map(({ id }) => id);
}

const anyOf = (ids: readonly string[]): string => ids[Math.floor(Math.random() * ids.length)] ?? '';

/** The full page a person would see: a bench of an empty list says nothing. */
async function mustBeFull(api: Api, call: Call, name: string): Promise<void> {
  const { items } = (await ask(api.port, call)) as { items?: unknown[] };
  if (items !== undefined && items.length < 20)
    throw new Error(`${name}: only ${String(items.length)} items`);
}

async function runsOf(stage: Stage, { name, account, path }: Workload): Promise<readonly (readonly Run[])[]> {
  const { api, few, many } = stage;
  const headers = await api.signIn(account);
  const byId = path.includes(':id');
  const pathOf = (id: string): string => `/api/v1${path.replace(':id', id)}`;
  const read = (): Call => ({ method: 'GET', path: pathOf(anyOf(stage.fewIds)), headers });
  if (!byId) await mustBeFull(api, read(), name);
  const [first = ''] = stage.fewIds;
  const always = (): Call => ({ method: 'GET', path: pathOf(first), headers });
  const recording = await recordedRead(api, always, byId ? first : null);
  const replayed = async (bare: Bare, ids: readonly string[]): Promise<() => Call> => {
    const address = await bare.learn(recording);
    return () => ({ method: 'GET', path: `${address}${byId ? anyOf(ids) : ''}` });
  };
  const contenders: readonly Contender[] = [
    { name: 'api', port: api.port, pid: api.pid, next: read },
    { name: 'few', port: few.port, pid: few.pid, next: await replayed(few, stage.fewIds) },
    { name: 'many', port: many.port, pid: many.pid, next: await replayed(many, stage.manyIds) },
  ];
  const runs = await sideBySide(contenders, { ...SETTINGS, databasePid: stage.databasePid });
  return contenders.map((contender) => runs.get(contender.name) ?? []);
}

function rowOf({ name }: Workload, [ours = [], few = [], many = []]: readonly (readonly Run[])[]): string[] {
  const share = ratio(ours, few, (run) => run.perSecond);
  const growth = ratio(many, few, (run) => run.databaseCpuMs);
  const [api, bare, large] = [typical(ours), typical(few), typical(many)];
  return [
    name,
    `${figure(api.perSecond)} of ${figure(bare.perSecond)}`,
    `${figure(share * 100)} % ${verdict(share >= LEAST_SHARE)}`,
    `${figure(api.p50, 1)} / ${figure(api.p99, 1)}`,
    `${figure(api.appCpuMs, 2)} + ${figure(api.databaseCpuMs, 2)}`,
    `${figure(bare.appCpuMs, 2)} + ${figure(bare.databaseCpuMs, 2)}`,
    `${figure(large.databaseCpuMs, 2)} ms, × ${figure(growth, 2)} ${verdict(growth < MOST_GROWTH)}`,
  ];
}

async function openStage(district: District): Promise<Stage> {
  await copyTickets(district.url, { upTo: FEW, withHistory: false });
  const large = await district.copy('many');
  await copyTickets(large, { upTo: MANY, withHistory: false });
  const api = await Api.start(district.url);
  const [few, many] = [await Bare.start(district.url), await Bare.start(large)];
  const [fewIds, manyIds] = [await ticketIds(district.url), await ticketIds(large)];
  return { api, few, many, fewIds, manyIds, databasePid: district.databasePid };
}

onDistrict(async (district) => {
  const stage = await openStage(district);
  const rows: string[][] = [];
  for (const workload of WORKLOADS) rows.push(rowOf(workload, await runsOf(stage, workload)));
  await Promise.all([stage.api, stage.few, stage.many].map((server) => server.stop()));
  const goals = ['goals', '', '≥ 50 %', '', '', '', '< × 1.5'];
  printTable(
    `queue: ${figure(FEW)} tickets present, ${String(SETTINGS.connections)} connections, medians of ` +
      `${String(SETTINGS.rounds)} interleaved runs; ${await machineLine(district.url)}`,
    [
      'workload',
      'requests/s of bare',
      'share',
      'p50 / p99 ms',
      'CPU ms app + database',
      'bare: app + database',
      `database with ${figure(MANY)}`,
    ],
    [...rows, goals],
  );
});
