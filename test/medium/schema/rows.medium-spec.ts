import { createDataSource } from '@zhuqi/persistence';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { cloneDatabase, type ClonedDatabase } from '../../support/database';
import { describeSchema } from '../../support/schema-description';

let database: ClonedDatabase;
let client: Client;
let rows: DataSource;

beforeEach(async () => {
  database = await cloneDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  rows = await createDataSource({ url: database.url, poolSize: 1 }).initialize();
});

afterEach(async () => {
  await rows.destroy();
  await client.end();
  await database.drop();
});

/** What TypeORM would do to the database to make it fit the row classes. */
const corrections = async (): Promise<string[]> => {
  const { upQueries } = await rows.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
};

/** The indexes TypeORM cannot say (an expression, a direction): the rows name them, the migrations make them. */
const indexesOnlyNamed = (): string[] =>
  rows.entityMetadatas.flatMap(({ indices }) =>
    indices.filter(({ synchronize }) => !synchronize).map(({ name }) => name),
  );

// TypeORM writes every default in quotes; PostgreSQL then remembers the type of a small or big number.
const lines = async (): Promise<string[]> =>
  (await describeSchema(client))
    .filter((line) => !line.includes(' public.schema_migration '))
    .map((line) => line.replace(/ default '(-?\d+)'::(smallint|bigint)$/, ' default $1'));

/** A schema made by TypeORM from the row classes alone. */
async function buildFromRows(): Promise<string[]> {
  await client.query('drop schema public cascade; create schema public; create extension btree_gist');
  await rows.driver.createSchemaBuilder().build();
  return lines();
}

describe('the row classes', () => {
  test('need no correction of the migrated schema', async () => {
    expect(await corrections()).toEqual([]);
  });

  test('make the schema the migrations make: every table, column, constraint and index', async () => {
    const migrated = await lines();
    const built = await buildFromRows();
    expect(built.filter((line) => !migrated.includes(line))).toEqual([]);
    const missing = migrated.filter((line) => !built.includes(line));
    const beyondRows = /^(index CREATE INDEX (?<index>\w+) ON|function|sequence) /;
    expect(missing.filter((line) => !beyondRows.test(line))).toEqual([]);
    const indexes = missing.flatMap((line) => beyondRows.exec(line)?.groups?.['index'] ?? []);
    expect(indexes).toEqual(indexesOnlyNamed().sort());
  });

  test.each([
    ['a column', 'alter table notice add column mood text'],
    ['a type', 'alter table notice alter column seq type bigint'],
    ['a column that may be empty', 'alter table notice alter column text drop not null'],
    ['a default', `alter table notice alter column channel set default 'robot'`],
    ['a constraint', 'alter table notice add constraint notice_late check (read_at >= at)'],
    ['an index', 'create index notice_kind on notice (kind)'],
  ])('notice %s that only the database has', async (_, change) => {
    await client.query(change);
    expect(await corrections()).not.toEqual([]);
  });

  test('have a class for every table', async () => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'`,
    );
    const names = tables.map(({ name }) => name);
    expect(rows.entityMetadatas.map(({ tableName }) => tableName).sort()).toEqual(names.sort());
  });
});
