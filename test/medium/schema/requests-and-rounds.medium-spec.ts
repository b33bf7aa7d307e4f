import { parsePolicy, type Policy } from '@zhuqi/domain';
import { createDataSource, Database } from '@zhuqi/persistence';
import type { DataSource } from 'typeorm';
import { PgTicketReader } from '../../../libs/persistence/src/ticket/pg-ticket-reader';
import { cloneDatabase, type ClonedDatabase } from '../../support/database';
import { districtPolicy } from '../../support/ticket-cast';
import { idOf } from '../read/reading-room';

let clone: ClonedDatabase;
let source: DataSource;
let database: Database;

/** Migrates an empty database up to the sixth, fills it, and runs the seventh and what came later. */
async function migratedWith(statements: readonly string[]): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('drop schema public cascade; create schema public');
    for (const migration of source.migrations.slice(0, 6)) await migration.up(runner);
    for (const statement of statements) await runner.query(statement);
    for (const migration of source.migrations.slice(6)) await migration.up(runner);
  } finally {
    await runner.release();
  }
}

beforeEach(async () => {
  clone = await cloneDatabase();
  source = await createDataSource({ url: clone.url }).initialize();
  database = new Database(source);
});

afterEach(async () => {
  await source.destroy();
  await clone.drop();
});

const DISTRICT = `
insert into region (code, name, kind) values ('220105', '二道区', 'district');
insert into category (code, label, position) values ('permits', '手续办理', 1);
insert into enterprise (id, region_code, credit_code, name, industry, class)
values ('${idOf('hongda')}', '220105', '1', '宏达', 'industry', 'other');`;

const ticket = (key: string, status: string, columns: Readonly<Record<string, string>> = {}): string => {
  const row = { dispatched_at: `'2023-10-10T01:00:00.123Z'`, round: '1', ...columns };
  return `insert into ticket (id, number, version, head_hash, region_code, enterprise_id, industry, status, severity,
    urgency, title, description, category, channel, confidential, submitted_at, ${Object.keys(row).join(', ')})
  values ('${idOf(key)}', '${key}', 1, '', '220105', '${idOf('hongda')}', 'industry', '${status}', 'simple',
    'normal', '', '', 'permits', 'enterprise', false, '2023-10-10T00:00:00Z', ${Object.values(row).join(', ')})`;
};

/** Events in order: `type@moment`, and after a blank the data. */
const events = (key: string, ...log: readonly string[]): string =>
  log
    .map((line, index) => {
      const [, type = '', moment = '', data = '{}'] = /^(\w+)@(\S+) ?(.*)$/.exec(line) ?? [];
      return `insert into ticket_event (ticket_id, seq, type, at, actor_kind, data, hash)
        values ('${idOf(key)}', ${index + 1}, '${type}', '2023-10-${moment}Z', 'system', '${data || '{}'}', '')`;
    })
    .join(';');

const promise = (key: string, due: string): string =>
  `insert into ticket_clock (id, ticket_id, ordinal, kind, round, state, started_at, allowance, working_ms,
     original_due_at, due_at, pauses, provisional, policy_version, generation)
   values ('${idOf(`${key}:promise`)}', '${idOf(key)}', 1, 'resolve', 1, 'running', '2023-10-10T01:00:00Z', '{}', 0,
     '2023-10-12T09:00:00Z', '2023-10-${due}Z', '[]', false, 1, 1)`;

const hop = (key: string, ordinal: number, from: string): string =>
  `insert into ticket_holding (ticket_id, ordinal, tier, round, from_at, to_at)
   values ('${idOf(key)}', ${ordinal}, 2, 1, '2023-10-${from}Z', '2023-10-${from}Z')`;

const ms = (moment: string): number => Date.parse(`2023-10-${moment}Z`);

async function migrated(key: string) {
  const found = await new PgTicketReader(database).find(idOf(key));
  if (found === null) throw new Error('the ticket is gone');
  return found.ticket;
}

const FIRST = { number: 1, opened: 'dispatch', from: ms('10T01:00:00.123') };
const NOT_YET = { answeredAt: null, outcome: null, solved: null, rating: null, closedAt: null };
const ON_TIME = { late: false, lateWithoutExtension: false };
const LATE = { late: true, lateWithoutExtension: true };

describe('the seventh migration', () => {
  it('gives a ticket that was disputed and closed its two rounds, the first one late', async () => {
    const [first, second] = ['13T02:00:00.5', '16T03:00:00'] as const;
    await migratedWith([
      DISTRICT,
      ticket('twice', 'closed', {
        round: '2',
        answered_at: `'2023-10-${second}Z'`,
        closed_at: `'2023-10-17T01:00:00Z'`,
        verdict: `'{"solved":"partly","rating":4,"comment":null,"by":"enterprise"}'`,
        overruns: `'[{"from":${ms('12T09:00:00')},"to":${ms(first)}}]'`,
      }),
      events(
        'twice',
        'submitted@10T00:00:00',
        'routed@10T01:00:00.123',
        `answered@${first} {"outcome":"planned","responsibleUnitId":"x"}`,
        'disputed@14T01:00:00 {"round":2}',
        `answered@${second} {"outcome":"resolved"}`,
        'confirmed@17T01:00:00 {"solved":"partly","rating":4}',
        'closed@17T01:00:00',
      ),
      promise('twice', '18T09:00:00'),
    ]);
    expect((await migrated('twice')).rounds).toEqual([
      { ...FIRST, ...NOT_YET, ...LATE, answeredAt: ms(first), outcome: 'planned', solved: 'no' },
      {
        ...{ number: 2, opened: 'dispute', from: ms('14T01:00:00'), ...ON_TIME },
        ...{
          answeredAt: ms(second),
          outcome: 'resolved',
          solved: 'partly',
          rating: 4,
          closedAt: ms('17T01:00:00'),
        },
      },
    ]);
  });

  it('gives a ticket in hand one open round, and one that was never dispatched none', async () => {
    await migratedWith([
      DISTRICT,
      ticket('open', 'in_progress'),
      events('open', 'submitted@10T00:00:00', 'routed@10T01:00:00.123', 'claimed@10T02:00:00'),
      promise('open', '17T09:00:00'),
      ticket('new', 'submitted', { dispatched_at: 'null' }),
      events('new', 'submitted@10T00:00:00'),
    ]);
    const open = await migrated('open');
    expect(open.rounds).toEqual([{ ...FIRST, ...NOT_YET, ...ON_TIME }]);
    expect(open.clocks).toMatchObject([
      { originalDueAt: ms('12T09:00:00'), dueAt: ms('17T09:00:00'), unextendedDueAt: ms('17T09:00:00') },
    ]);
    expect(open).toMatchObject({
      ...{ mergedIntoId: null, mergedFrom: null, mergedAt: null, reportedAt: null, reportAsked: false },
      ...{ handlingMinutes: 0, pausedMinutes: 0, requests: [], assists: [], items: [], childIds: [] },
    });
    expect((await migrated('new')).rounds).toEqual([]);
  });

  it('takes an answer after the due time for late, and an old “no” off a ticket that waits for its verdict', async () => {
    const answeredAt = '20T09:00:00.001';
    await migratedWith([
      DISTRICT,
      ticket('waits', 'answered', {
        round: '2',
        answered_at: `'2023-10-${answeredAt}Z'`,
        verdict: `'{"solved":"no","rating":null,"comment":"没有解决","by":"enterprise"}'`,
      }),
      events(
        'waits',
        'routed@10T01:00:00.123',
        'answered@11T01:00:00 {"outcome":"explained"}',
        'disputed@11T02:00:00 {"round":2}',
        `answered@${answeredAt} {"outcome":"unresolvable"}`,
      ),
      promise('waits', '20T09:00:00'),
    ]);
    const waits = await migrated('waits');
    expect(waits.verdict).toBeNull();
    expect(waits.rounds).toEqual([
      { ...FIRST, ...NOT_YET, ...ON_TIME, answeredAt: ms('11T01:00:00'), outcome: 'explained', solved: 'no' },
      {
        ...{ number: 2, opened: 'dispute', from: ms('11T02:00:00'), ...NOT_YET, ...LATE },
        ...{ answeredAt: ms(answeredAt), outcome: 'unresolvable' },
      },
    ]);
  });

  it('names for every hop the event that handed it over, an answer on the spot included', async () => {
    await migratedWith([
      DISTRICT,
      ticket('moved', 'dispatched'),
      events(
        'moved',
        'submitted@10T00:00:00',
        'routed@10T01:00:00',
        'answered@10T02:00:00 {"outcome":"answered_on_spot"}',
        'disputed@10T03:00:00',
        'dispatched@10T04:00:00',
        'commented@10T04:00:00',
        'escalated@10T04:00:00',
      ),
      ...[hop('moved', 1, '10T01:00:00'), hop('moved', 2, '10T04:00:00'), hop('moved', 3, '10T04:00:00')],
      ticket('spot', 'dispatched'),
      events(
        'spot',
        'submitted@10T00:00:00',
        'answered@10T01:00:00',
        'disputed@10T02:00:00',
        'dispatched@10T05:00:00',
      ),
      ...[hop('spot', 1, '10T01:00:00'), hop('spot', 2, '10T05:00:00')],
      ticket('silent', 'dispatched'),
      events('silent', 'submitted@10T00:00:00', 'commented@10T01:00:00', 'commented@10T03:00:00'),
      hop('silent', 1, '10T02:00:00'),
    ]);
    const seqs = async (key: string) => (await migrated(key)).holdings.map(({ seq }) => seq);
    expect(await seqs('moved')).toEqual([2, 5, 7]);
    expect(await seqs('spot')).toEqual([2, 4]);
    expect(await seqs('silent')).toEqual([2]);
  });

  it('completes the policies and leaves what a district has set', async () => {
    const { rulingWithin, stageReport, ...older } = districtPolicy;
    const own = { ...older, stageReport: { unit: 'workingDays', count: 3 } };
    const row = (version: number, body: object) =>
      `insert into policy (region_code, version, effective_on, body)
       values ('220105', ${version}, '2023-01-01', '${JSON.stringify(body)}')`;
    await migratedWith([DISTRICT, row(1, older), row(2, own)]);
    const rows = await database.rows<{ body: Policy }>('select body from policy order by version');
    expect(rows.map(({ body }) => parsePolicy(body).ok)).toEqual([true, true]);
    expect(rows.map(({ body }) => body)).toEqual([districtPolicy, { ...own, rulingWithin }]);
    expect(stageReport).toEqual({ unit: 'workingDays', count: 10 });
  });
});
