import { randomBytes, randomUUID } from 'node:crypto';
import { copyTickets } from './stage/copy-tickets';
import { type District, onDistrict } from './stage/district';
import type { Call } from './stage/load';
import { figure, machineLine, printTable, verdict } from './stage/report';
import { Api, Bare, recordedWrite } from './stage/servers';
import { ratio, type Run, sideBySide, typical } from './stage/side-by-side';

/** `bench/submit`: POST /tickets against a bare server that sends the same statements. */
const QUICK = process.argv.includes('--quick');
const TICKETS = 10_000;
const SETTINGS = {
  rounds: QUICK ? 5 : 15,
  runMs: QUICK ? 400 : 1_000,
  warmUpMs: QUICK ? 1_000 : 3_000,
  connections: 8,
} as const;
const LEAST_SHARE = 0.5;
const MOST_SPREAD = 3;

// No two titles are alike, for the search index has to be kept for both servers.
const problem = (word: string): object => ({
  title: `厂区供电频繁跳闸 ${word}`,
  description: '近一周三次跳闸，数控机床停机，交货受影响，盼协调供电公司检修专线。'.repeat(3),
  category: 'utilities',
  severity: 'simple',
  contactName: '李工',
  contactPhone: '13900001234',
});

const submission = (path: string, headers: Readonly<Record<string, string>>) => (): Call => ({
  method: 'POST',
  path,
  headers: { ...headers, 'idempotency-key': randomUUID() },
  body: JSON.stringify(problem(randomBytes(4).toString('hex'))),
});

const HEAD = ['server', 'requests/s', 'p50 ms', 'p99 ms', 'p99 ÷ p50', 'CPU ms app', 'CPU ms database'];
const row = (name: string, run: Run): string[] => [
  name,
  figure(run.perSecond),
  figure(run.p50, 1),
  figure(run.p99, 1),
  figure(run.p99 / run.p50, 1),
  figure(run.appCpuMs, 2),
  figure(run.databaseCpuMs, 2),
];

type Runs = readonly Run[] | undefined;

/** The same comparison in processor time, which a busy machine disturbs less. */
const cpuShare = (ours: Runs, theirs: Runs): string =>
  `${figure(ratio(theirs, ours, (run) => run.appCpuMs + run.databaseCpuMs) * 100)} % by CPU`;

async function report({ url }: District, ours: Runs, theirs: Runs): Promise<void> {
  const share = ratio(ours, theirs, (run) => run.perSecond);
  const spread = typical(ours).p99 / typical(ours).p50;
  const goals = [
    `${figure(share * 100)} % (goal ≥ 50 %: ${verdict(share >= LEAST_SHARE)})`,
    `goal ≤ 3: ${verdict(spread <= MOST_SPREAD)}`,
  ] as const;
  printTable(
    `submit: ${figure(TICKETS)} tickets present, ${String(SETTINGS.connections)} connections, medians of ` +
      `${String(SETTINGS.rounds)} interleaved runs; ${await machineLine(url)}`,
    HEAD,
    [
      row('zhuqi: POST /tickets', typical(ours)),
      row('bare Node + pg', typical(theirs)),
      ['zhuqi of bare', goals[0], '', '', goals[1], cpuShare(ours, theirs), ''],
    ],
  );
}

onDistrict(async (district) => {
  await copyTickets(district.url, { upTo: TICKETS, withHistory: true });
  const api = await Api.start(district.url);
  const bare = await Bare.start(district.url);
  const submit = submission('/api/v1/tickets', await api.signIn('enterprise'));
  const recording = await recordedWrite(api, submit, (answer, { headers = {} }) => [
    String(answer['number']),
    String(answer['title']).slice(-8),
    headers['idempotency-key'] ?? '',
  ]);
  const bareSubmit = submission(await bare.learn(recording), {});
  const runs = await sideBySide(
    [
      { name: 'zhuqi', port: api.port, pid: api.pid, next: submit },
      { name: 'bare', port: bare.port, pid: bare.pid, next: bareSubmit },
    ],
    { ...SETTINGS, databasePid: district.databasePid },
  );
  await Promise.all([api.stop(), bare.stop()]);
  await report(district, runs.get('zhuqi'), runs.get('bare'));
});
