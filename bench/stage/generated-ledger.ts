import type { FigureRollup } from '@zhuqi/application';
import { FIGURES } from '@zhuqi/domain';
import { Client } from 'pg';
import { recordStatements } from './statement-recording';

/** Postings that no round has rolled up yet: five seconds of twenty a second. */
const LEFT_IN_TAIL = 100;
const BATCH = 500_000;

/**
 * Puts the lives of so many tickets of one district into the ledger, spread over the last three years, under the keys
 * of the demo's tickets; of the tickets themselves only their keys exist. Needs a superuser.
 */
export async function generateLedger(url: string, tickets: number, rollup: FigureRollup): Promise<Extent> {
  const roll = await rollStatement(rollup);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica; set work_mem = '512MB'");
    await client.query(
      'set synchronous_commit = off; set max_parallel_workers_per_gather = 0; set jit = off',
    );
    await client.query("set maintenance_work_mem = '512MB'");
    await client.query(KEYS);
    await client.query('truncate ledger, ledger_tail, ledger_rollup');
    const indexes = await droppedIndexes(client);
    await client.query(lives(tickets));
    for (const index of indexes) await client.query(index);
    const { rowCount } = await client.query(WAITING);
    await client.query(SET_ASIDE);
    for (let left = rowCount ?? 0; left > 0; left -= BATCH) await client.query(roll, [BATCH]);
    await client.query('vacuum (analyze)');
    await client.query(STILL_WAITING);
    await client.query('checkpoint');
    const { rows } = await client.query<Extent>(EXTENT);
    return rows[0] ?? { postings: 0, sums: 0 };
  } finally {
    await client.end();
  }
}

/** The statement of the programs themselves, to be sent without their time limit. */
async function rollStatement(rollup: FigureRollup): Promise<string> {
  const recorded = recordStatements();
  await rollup.roll(0);
  const text = recorded()[0]?.text;
  if (text === undefined) throw new Error('nothing was sent');
  return text;
}

/** Millions of rows are sorted into an index faster at once than one by one. */
async function droppedIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
      where tablename = 'ledger' and indexname <> 'ledger_pkey'`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

const KEYS = `
create temp table bench_key as
select min(region_code) as region_code, business_now() as now,
  array_agg(distinct township_id) as townships, array_agg(distinct department_id) as departments,
  array_agg(distinct industry) as industries, array_agg(distinct enterprise_id) as enterprises,
  array_agg(distinct officer_id) as officers, array_agg(distinct leader_id) as leaders,
  array_agg(distinct category) as categories
from ledger`;

// The last of them are waiting when the figures are asked for.
const SET_ASIDE = `
create temp table bench_tail as select ticket_id, seq, part from ledger order by at desc limit ${String(LEFT_IN_TAIL)};
delete from ledger_tail w using bench_tail b where w.ticket_id = b.ticket_id and w.seq = b.seq and w.part = b.part`;
const STILL_WAITING =
  'insert into ledger_tail (ticket_id, seq, part) select ticket_id, seq, part from bench_tail';
const EXTENT = `select (select count(*) from ledger)::int as postings, (select count(*) from ledger_rollup)::int as sums`;

export interface Extent {
  readonly postings: number;
  readonly sums: number;
}

const WAITING = 'insert into ledger_tail (ticket_id, seq, part) select ticket_id, seq, part from ledger';

const oneOf = (list: string, dice: number): string =>
  `k.${list}[1 + (hashint8(i * 16 + ${String(dice)}) & 2147483647) % cardinality(k.${list})]`;
const percent = (dice: number): string => `(hashint8(i * 16 + ${String(dice)}) & 2147483647) % 100`;

const COLUMN_OF = (figure: string): string =>
  figure.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const MOVED: Readonly<Record<string, string>> = {
  collected: 'p.collected',
  open: 'p.open',
  firstContactOnTime: 'p.contact',
  resolved: 'p.resolved',
  closed: 'p.closed',
  closedOnTime: `(p.closed = 1 and ${percent(8)} < 80)::int`,
  onTimeWithoutExtension: `(p.closed = 1 and ${percent(8)} < 70)::int`,
  rated: `(p.closed = 1 and ${percent(9)} < 60)::int`,
  notRated: `(p.closed = 1 and ${percent(9)} >= 60)::int`,
  satisfied: `(p.closed = 1 and ${percent(9)} < 50)::int`,
  confirmedByEnterprise: `(p.closed = 1 and ${percent(9)} < 55)::int`,
  handlingMinutes: `(p.open = -1 and p.collected = 0)::int * d.days * 480`,
  pausedMinutes: `(p.open = -1 and p.collected = 0)::int * d.days * 30`,
};

/** Collected, mostly contacted; one of seven rises a tier; most are answered, then closed three days later. */
const lives = (tickets: number): string => `
insert into ledger (ticket_id, seq, part, at, collected_on, region_code, township_id, department_id, industry,
  enterprise_id, officer_id, leader_id, category, tier, population, confidential, ${FIGURES.map(COLUMN_OF).join(', ')})
select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, p.seq, p.part, p.at,
  (d.t0 at time zone 'Asia/Shanghai')::date, k.region_code, ${oneOf('townships', 0)}, ${oneOf('departments', 1)},
  ${oneOf('industries', 2)}, ${oneOf('enterprises', 3)}, ${oneOf('officers', 4)}, ${oneOf('leaders', 5)},
  ${oneOf('categories', 6)}, p.tier, 'enterprise', ${percent(7)} < 2,
  ${FIGURES.map((figure) => MOVED[figure] ?? '0').join(', ')}
from bench_key k cross join generate_series(1::bigint, ${String(tickets)}) i
cross join lateral (select
  date_trunc('milliseconds', k.now - interval '3 years' + (i::float8 / ${String(tickets)}) * interval '3 years') as t0,
  1 + ${percent(10)} % 4 as tier, (${percent(11)} < 90)::int as contact, ${percent(12)} < 15 as rises,
  1 + ${percent(13)} % 20 as days, ${percent(14)} < 95 as answered, (${percent(15)} < 92)::int as resolved) d
cross join lateral (select d.t0 + d.days * interval '1 day' + case when d.rises then interval '260 hours' else '5 hours' end
  as answered_at) a
cross join lateral (values
  (1, 0, d.t0, true, d.tier, 1, 1, 0, 0, 0),
  (3, 0, d.t0 + interval '3 hours', d.contact = 1, d.tier, 0, 0, 1, 0, 0),
  (4, 0, d.t0 + interval '240 hours', d.rises, d.tier, -1, -1, -d.contact, 0, 0),
  (4, 1, d.t0 + interval '240 hours', d.rises, d.tier + 1, 1, 1, d.contact, 0, 0),
  (5, 0, a.answered_at, d.answered, d.tier + d.rises::int, 0, -1, 0, d.resolved, 0),
  (6, 0, a.answered_at + interval '72 hours', d.answered, d.tier + d.rises::int, 0, 0, 0, 0, 1)
) p (seq, part, at, happens, tier, collected, open, contact, resolved, closed)
where p.happens and p.at <= k.now`;
