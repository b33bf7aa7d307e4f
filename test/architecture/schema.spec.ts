import {
  ASSIST_STATES,
  CALENDAR_DAY_KINDS,
  CALENDAR_DAY_STATES,
  CHANNELS,
  CLOCK_KINDS,
  CLOCK_STATES,
  ESCALATION_CAUSES,
  FIGURES,
  INDUSTRIES,
  ITEM_KINDS,
  OUTCOMES,
  REQUEST_KINDS,
  REQUEST_STATES,
  SEVERITIES,
  STATUSES,
  TIERS,
  URGENCIES,
} from '@zhuqi/domain';
import { APPLICATION_ROLE, createDataSource, migrate } from '@zhuqi/persistence';
import { Client } from 'pg';
import { cloneDatabase, type ClonedDatabase } from '../support/database';
import { checkedWords, describeSchema } from '../support/schema-description';

let database: ClonedDatabase;
let client: Client;

beforeEach(async () => {
  database = await cloneDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

const empty = (): Promise<unknown> => client.query('drop schema public cascade; create schema public');

describe('the words the database checks', () => {
  test.each<[string, string, readonly string[]]>([
    ['ticket', 'status', STATUSES],
    ['ticket', 'resume_status', STATUSES],
    ['ticket', 'merged_from', STATUSES],
    ['ticket', 'severity', SEVERITIES],
    ['ticket', 'urgency', URGENCIES],
    ['ticket', 'outcome', OUTCOMES],
    ['ticket', 'channel', CHANNELS],
    ['ticket_clock', 'kind', CLOCK_KINDS],
    ['ticket_clock', 'state', CLOCK_STATES],
    ['ticket_request', 'kind', REQUEST_KINDS],
    ['ticket_request', 'state', REQUEST_STATES],
    ['ticket_request', 'to_severity', SEVERITIES],
    ['ticket_assist', 'state', ASSIST_STATES],
    ['ticket_item', 'kind', ITEM_KINDS],
    ['escalation', 'cause', ESCALATION_CAUSES],
    ['enterprise', 'industry', INDUSTRIES.map(({ code }) => code)],
    ['calendar_day', 'kind', CALENDAR_DAY_KINDS],
    ['calendar_day', 'state', CALENDAR_DAY_STATES],
  ])('of %s.%s are the domain’s own', async (table, column, words) => {
    expect([...(await checkedWords(client, table, column))].sort()).toEqual([...words].sort());
  });

  test('of a tier are the domain’s tiers', async () => {
    const { rows } = await client.query<{ definition: string }>(
      `select pg_get_constraintdef(oid) as definition from pg_constraint
       where contype = 'c' and conname = 'ticket_tier_check'`,
    );
    const bounds = rows.map(({ definition }) =>
      [...definition.matchAll(/\d+/g)].map(([digits]) => Number(digits)),
    );
    const wanted = [Math.min(...TIERS), Math.max(...TIERS)];
    expect(bounds).toEqual([wanted]);
  });

  test('that select open tickets leave out exactly the statuses a ticket ends in', async () => {
    const { rows } = await client.query<{ definition: string }>(
      `select indexdef as definition from pg_indexes where indexname = 'ticket_region_open'`,
    );
    const open = [...(rows[0]?.definition ?? '').matchAll(/'([a-z_]+)'::text/g)].map(([, word]) => word);
    const ends = ['closed', 'rejected', 'withdrawn', 'merged'];
    expect(open.sort()).toEqual(STATUSES.filter((status) => !ends.includes(status)).sort());
  });
});

describe('the ledger', () => {
  test('has a column for every figure', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'ledger'::regclass and attnum > 0`,
    );
    const columns = rows.map(({ name }) => name);
    const named = FIGURES.map((figure) => figure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
    expect(named.filter((column) => !columns.includes(column))).toEqual([]);
  });
});

describe('the migrations', () => {
  test('bring an empty database to the schema of the programs, and a second run changes nothing', async () => {
    const template = await describeSchema(client);
    await empty();
    expect(await describeSchema(client)).toEqual([]);
    await migrate(database.url);
    const once = await describeSchema(client);
    expect(once).toEqual(template);
    const done = () => client.query('select * from schema_migration order by id');
    const { rows } = await done();
    await migrate(database.url);
    expect(await describeSchema(client)).toEqual(once);
    expect((await done()).rows).toEqual(rows);
  });

  test('are each undone to the schema before it', async () => {
    await empty();
    const source = await createDataSource({ url: database.url }).initialize();
    const runner = source.createQueryRunner();
    try {
      const before: string[][] = [];
      for (const migration of source.migrations) {
        before.push(await describeSchema(client));
        await migration.up(runner);
      }
      expect(source.migrations.length).toBeGreaterThan(1);
      for (const migration of source.migrations.toReversed()) {
        await migration.down(runner);
        expect([migration.name, await describeSchema(client)]).toEqual([migration.name, before.pop()]);
      }
    } finally {
      await runner.release();
      await source.destroy();
    }
  });
});

describe(`the role ${APPLICATION_ROLE}`, () => {
  test.each(['ticket_event', 'ledger', 'escalation'])(
    'adds to %s and never changes or removes',
    async (table) => {
      await client.query(`set role ${APPLICATION_ROLE}`);
      await expect(client.query(`select 1 from ${table}`)).resolves.toBeDefined();
      const { rows } = await client.query<{ insert: boolean }>(
        `select has_table_privilege($1, 'insert') as insert`,
        [table],
      );
      expect(rows).toEqual([{ insert: true }]);
      const attempts = [`update ${table} set seq = seq`, `delete from ${table}`, `truncate ${table} cascade`];
      for (const attempt of attempts) {
        await expect(client.query(attempt)).rejects.toMatchObject({ code: '42501' });
      }
    },
  );

  test('is no superuser, does not pass row level security and owns no table', async () => {
    const { rows } = await client.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
         (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns
       from pg_roles where rolname = $1`,
      [APPLICATION_ROLE],
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolcanlogin: false,
        owns: 0,
      },
    ]);
  });

  test('cannot pretend that a migration has run', async () => {
    await client.query(`set role ${APPLICATION_ROLE}`);
    await expect(client.query('delete from schema_migration')).rejects.toMatchObject({ code: '42501' });
    const claim = `insert into schema_migration (timestamp, name) values (1, 'x')`;
    await expect(client.query(claim)).rejects.toMatchObject({ code: '42501' });
  });
});
