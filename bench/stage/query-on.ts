import { Client, type QueryResultRow } from 'pg';

/** One statement on a connection of its own. */
export async function queryOn<T extends QueryResultRow>(
  connectionString: string,
  text: string,
): Promise<T[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}
