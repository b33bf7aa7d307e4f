import { performance } from 'node:perf_hooks';
import { FigureRollup, ResolutionStatistics, RollupAudit, type ResolutionRequest } from '@zhuqi/application';
import { FIGURES, OWN_POST_ONLY, type PersonActor } from '@zhuqi/domain';
import { createDataSource, Database, READ_PROVIDERS } from '@zhuqi/persistence';
import type { ClassProvider } from '@nestjs/common';
import { Client } from 'pg';
import { treeCpuMs } from './stage/cpu-time';
import { type District, onDistrict } from './stage/district';
import { type Extent, generateLedger } from './stage/generated-ledger';
import { figure, machineLine, median, printTable, verdict } from './stage/report';
import { recordStatements } from './stage/statement-recording';

/**
 * `bench/statistics`: the figures among few and among many tickets, and what adding up every posting would cost.
 * `--tickets=10000000` for another number of many, `--explain` for the plans of the statements.
 */
const QUICK = process.argv.includes('--quick');
const FEW = QUICK ? 2_000 : 10_000;
const MANY = Number(
  process.argv.find((each) => each.startsWith('--tickets='))?.split('=')[1] ?? (QUICK ? 50_000 : 1_000_000),
);
const ROUNDS = 7;
const TIMES = QUICK ? 10 : 100;
const MOST_GROWTH = 2;
const LEAST_TIMES = 10;

/** In the middle of an hour of the second of the three years the postings are spread over. */
const PAST = Date.parse('2022-08-17T02:23:11.500Z');
const REGION = '220105';
const EVERYTHING: ResolutionRequest = {
  ...{ regionCode: null, from: null, to: null, asOf: null },
  ...{ basis: 'cohort', population: 'enterprise', groupBy: [] },
};
const QUESTIONS: readonly { readonly name: string; readonly request: ResolutionRequest }[] = [
  { name: 'headline', request: EVERYTHING },
  { name: 'township × month', request: { ...EVERYTHING, groupBy: ['township', 'month'] } },
  { name: 'headline as of a past instant', request: { ...EVERYTHING, asOf: PAST } },
  {
    name: 'township × month as of a past instant',
    request: { ...EVERYTHING, asOf: PAST, groupBy: ['township', 'month'] },
  },
];

const OFFICE: PersonActor = {
  ...{
    kind: 'person',
    id: '00000000-0000-7000-8000-000000000000',
    name: 'bench',
    roles: ['office_dispatcher'],
  },
  ...{ regionCode: REGION, regionCodes: [REGION], unitId: null, enterpriseId: null, pairedEnterpriseIds: [] },
  duties: OWN_POST_ONLY,
};

/** The figures of one database, as the programs ask for them. */
class Book {
  private readonly statistics: ResolutionStatistics;

  private constructor(
    readonly extent: Extent,
    private readonly url: string,
    private readonly source: ReturnType<typeof createDataSource>,
  ) {
    this.statistics = portOf(ResolutionStatistics, source);
  }

  static async open(url: string, tickets: number): Promise<Book> {
    const source = createDataSource({ url, poolSize: 1 });
    await source.initialize();
    return new Book(await generateLedger(url, tickets, portOf(FigureRollup, source)), url, source);
  }

  /** Seconds it takes to sum everything up anew and compare; throws when a sum is wrong. */
  async audit(): Promise<number> {
    const began = performance.now();
    const { faulty, faults } = await portOf(RollupAudit, this.source).inspect(1);
    if (faulty > 0) throw new Error(`${String(faulty)} wrong sums: ${JSON.stringify(faults)}`);
    return (performance.now() - began) / 1_000;
  }

  ask = (request: ResolutionRequest) => this.statistics.report(OFFICE, request);

  /** Every posting of the district added up, as long as it takes; answers how many were collected. */
  async recount({ asOf, groupBy }: ResolutionRequest): Promise<number> {
    const keys = groupBy.length === 0 ? [] : ['township_id', `date_trunc('month', collected_on)`];
    return this.withClient(async (client) => {
      const { rows } = await client.query<{ collected: string }>(
        `select ${[...keys, ...SUMS].join(', ')} from ledger
          where region_code = $1 and population = 'enterprise' and at <= $2
          ${keys.length === 0 ? '' : `group by ${keys.join(', ')}`}`,
        [REGION, asOf === null ? 'infinity' : new Date(asOf)],
      );
      return rows.reduce((sum, { collected }) => sum + Number(collected), 0);
    });
  }

  /** The plan of the statement that answers a question, as it was carried out. */
  async explain(request: ResolutionRequest): Promise<string> {
    const recorded = recordStatements();
    await this.ask(request);
    const asked = recorded().find(({ text }) => text.includes('ledger_rollup'));
    if (asked === undefined) throw new Error('the rollup was not asked');
    return this.withClient(async (client) => {
      await client.query('set role zhuqi_app');
      const text = `explain (analyze, costs off, timing off, summary on, buffers off) ${asked.text}`;
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(text, [...asked.values]);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }

  private async withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}

const SUMS = FIGURES.map((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)).map(
  (column) => `sum(${column}) as ${column}`,
);

function portOf<T>(token: abstract new () => T, source: ReturnType<typeof createDataSource>): T {
  const provider = READ_PROVIDERS.find((each) => (each as ClassProvider).provide === token) as ClassProvider;
  return new provider.useClass(new Database(source)) as T;
}

interface Cost {
  readonly ms: number;
  readonly cpuMs: number;
}

async function costOf({ databasePid }: District, times: number, work: () => Promise<unknown>): Promise<Cost> {
  const [cpu, began] = [treeCpuMs(databasePid), performance.now()];
  for (let n = 0; n < times; n += 1) await work();
  return { ms: (performance.now() - began) / times, cpuMs: (treeCpuMs(databasePid) - cpu) / times };
}

const typical = (costs: readonly Cost[]): Cost => ({
  ms: median(costs.map(({ ms }) => ms)),
  cpuMs: median(costs.map(({ cpuMs }) => cpuMs)),
});

async function rowOf(
  district: District,
  [few, many]: readonly [Book, Book],
  { name, request }: (typeof QUESTIONS)[number],
): Promise<string[]> {
  const { total } = await many.ask(request);
  const recounted = await many.recount(request);
  if (total.figures.collected !== recounted) {
    throw new Error(
      `${name}: ${String(total.figures.collected)} by the rollup, ${String(recounted)} by the ledger`,
    );
  }
  const costs: [Cost[], Cost[], Cost[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    costs[0].push(await costOf(district, TIMES, () => few.ask(request)));
    costs[1].push(await costOf(district, TIMES, () => many.ask(request)));
    costs[2].push(await costOf(district, 1, () => many.recount(request)));
  }
  const [small, large, scan] = [typical(costs[0]), typical(costs[1]), typical(costs[2])];
  const [growth, gain] = [large.cpuMs / small.cpuMs, scan.cpuMs / large.cpuMs];
  return [
    name,
    `${figure(small.ms, 1)} (${figure(small.cpuMs, 1)})`,
    `${figure(large.ms, 1)} (${figure(large.cpuMs, 1)})`,
    `× ${figure(growth, 2)} ${verdict(growth < MOST_GROWTH)}`,
    `${figure(scan.ms)} (${figure(scan.cpuMs)})`,
    `× ${figure(gain)} ${verdict(gain >= LEAST_TIMES)}`,
  ];
}

onDistrict(async (district) => {
  const large = await district.copy('many');
  const few = await Book.open(district.url, FEW);
  const many = await Book.open(large, MANY);
  const rows: string[][] = [];
  for (const question of QUESTIONS) rows.push(await rowOf(district, [few, many], question));
  printTable(
    `statistics: one question after another, ms (database CPU ms), growth and gain by CPU, medians of ${String(ROUNDS)} interleaved ` +
      `rounds, ${figure(many.extent.postings)} postings and ${figure(many.extent.sums)} sums at the most; ${await machineLine(district.url)}`,
    [
      'question',
      `${figure(FEW)} tickets`,
      `${figure(MANY)} tickets`,
      'growth',
      'adding up every posting',
      'faster',
    ],
    [...rows, ['goals', '', '', '< × 2', '', '≥ × 10']],
  );
  console.log(`\nThe audit of the rollup takes ${figure(await many.audit(), 1)} s.`);
  if (process.argv.includes('--explain')) {
    for (const { name, request } of QUESTIONS) console.log(`\n${name}\n\n${await many.explain(request)}`);
  }
  await Promise.all([few.close(), many.close()]);
});
