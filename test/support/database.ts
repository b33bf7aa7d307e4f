import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Set by the global setup for the test processes, which it starts afterwards. */
export const TEMPLATE_URL_VARIABLE = 'ZHUQI_TEST_TEMPLATE_URL';

/** A migrated database of one's own. */
export interface ClonedDatabase {
  readonly url: string;
  /** Throws out whoever is still connected and removes the database. */
  drop(): Promise<void>;
}

/** Copies the migrated template database; about 20 ms. */
export const cloneDatabase = (): Promise<ClonedDatabase> => copyDatabase(nameIn(templateUrl()));

/** Copies a database nobody is connected to. */
export async function copyDatabase(source: string): Promise<ClonedDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${source} STRATEGY file_copy`);
  const url = new URL(templateUrl());
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

export const databaseExists = async (name: string): Promise<boolean> =>
  (await administer(`SELECT 1 FROM pg_database WHERE datname = '${name}'`)) > 0;

export async function renameDatabase(url: string, name: string): Promise<void> {
  await administer(`ALTER DATABASE ${nameIn(url)} RENAME TO ${name}`);
}

const nameIn = (url: string): string => new URL(url).pathname.slice(1);

function templateUrl(): string {
  const url = process.env[TEMPLATE_URL_VARIABLE];
  if (url === undefined) {
    throw new Error(
      'No test database: this file must belong to a jest project with test/support/global-setup.ts',
    );
  }
  return url;
}

async function administer(statement: string): Promise<number> {
  const server = new URL(templateUrl());
  server.pathname = '/postgres';
  const client = new Client({ connectionString: server.href });
  await client.connect();
  try {
    return (await client.query(statement)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/** One question on a connection of its own. */
export async function queryOnce<T = Record<string, unknown>>(url: string, text: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as T[];
  } finally {
    await client.end();
  }
}
