import type { PoolClient, QueryResultRow } from 'pg';

/** For transactions of audits: they read everything, and that takes longer than a screen may. */
export const WITHOUT_LIMIT = 'set local statement_timeout = 0';
const LONGEST_MS = 3_600_000;

/** The rows of a statement that nobody waits for. */
export async function patiently<T extends QueryResultRow>(
  client: PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  return (await client.query<T>({ text, values: [...values], ...{ query_timeout: LONGEST_MS } })).rows;
}
