import { parsePolicy, type Policy } from '@zhuqi/domain';
import { createDataSource } from '@zhuqi/persistence';
import type { DataSource, QueryRunner } from 'typeorm';
import { cloneDatabase, type ClonedDatabase } from '../../support/database';
import { districtPolicy } from '../../support/ticket-cast';
import { idOf } from '../read/reading-room';

const { startTiers: _start, windowRaisesBy: _raise, triggers: _triggers, ...before } = districtPolicy;
const BEFORE_THIS = 'TriggersAndSweepLease1700000000012';

const DISTRICT = `
insert into region (code, name, kind) values ('220105', '二道区', 'district');
insert into category (code, label, position) values ('permits', '手续办理', 1);
insert into enterprise (id, region_code, credit_code, name, industry, class)
values ('${idOf('hongda')}', '220105', '1', '宏达', 'industry', 'other');
insert into ticket (id, number, version, head_hash, region_code, enterprise_id, industry, status, severity, round,
  urgency, title, description, category, channel, confidential, submitted_at)
values ('${idOf('t')}', '1', 1, '', '220105', '${idOf('hongda')}', 'industry', 'dispatched', 'simple', 1,
  'normal', '', '', 'permits', 'enterprise', false, '2023-10-10T00:00:00Z')`;

const clock = (key: string, ordinal: number, kind: string, lapsed: boolean): string =>
  `insert into ticket_clock (id, ticket_id, ordinal, kind, round, state, started_at, allowance, working_ms,
     original_due_at, due_at, unextended_due_at, pauses, provisional, policy_version, generation, lapsed)
   values ('${idOf(key)}', '${idOf('t')}', ${ordinal}, '${kind}', 1, 'running', '2023-10-10T01:00:00Z', '{}', 0,
     '2023-10-12T09:00:00Z', '2023-10-12T09:00:00Z', '2023-10-12T09:00:00Z', '[]', false, 1, 1, ${String(lapsed)})`;

describe('the migration that makes triggers data', () => {
  let clone: ClonedDatabase;
  let source: DataSource;
  let runner: QueryRunner;

  beforeEach(async () => {
    clone = await cloneDatabase();
    source = await createDataSource({ url: clone.url }).initialize();
    runner = source.createQueryRunner();
    await runner.query('drop schema public cascade; create schema public');
    const place = source.migrations.findIndex(({ name }) => name === BEFORE_THIS);
    for (const migration of source.migrations.slice(0, place)) await migration.up(runner);
    await runner.query(DISTRICT);
    await runner.query(`insert into policy (region_code, version, effective_on, body) values
      ('220105', 1, '2022-01-01', '${JSON.stringify(before)}'),
      ('220105', 2, '2024-01-01', '${JSON.stringify({ ...before, version: 2, mostReturns: 9 })}')`);
    await runner.query(clock('lapsed', 1, 'claim', true));
    await runner.query(clock('waiting', 2, 'claim', false));
    await runner.query(clock('promise', 3, 'resolve', true));
    for (const migration of source.migrations.slice(place)) await migration.up(runner);
  });

  afterEach(async () => {
    await runner.release();
    await source.destroy();
    await clone.drop();
  });

  it('gives every stored policy what was in force so far, and leaves what a district has set', async () => {
    const rows = (await runner.query('select body from policy order by version')) as { body: Policy }[];
    const [first, second] = rows.map(({ body }) => body);
    expect(first).toEqual(districtPolicy);
    expect(second).toEqual({ ...districtPolicy, version: 2, mostReturns: 9 });
    expect(rows.map(({ body }) => parsePolicy(body).ok)).toEqual([true, true]);
  });

  it('remembers which unclaimed tickets have been urged', async () => {
    const rows = (await runner.query('select fired from ticket_clock order by ordinal')) as {
      fired: string[];
    }[];
    expect(rows.map(({ fired }) => fired)).toEqual([['unclaimed'], [], []]);
  });
});
