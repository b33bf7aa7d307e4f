import type { PoolClient } from 'pg';
import type { Database } from './database';

/**
 * Work on one connection in one transaction that `begin` opens. The first error is the one that is thrown; a
 * connection that is lost on the way, or cannot roll back, leaves the pool.
 */
export async function inTransaction<T>(
  database: Database,
  begin: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await database.connect();
  let broken: Error | undefined;
  // A lost connection is told twice: the statement fails, and this event would end the process if nobody listened.
  const onLost = (error: Error): void => void (broken = error);
  client.on('error', onLost);
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failed: unknown) => (broken ??= asError(failed)));
    throw error;
  } finally {
    client.off('error', onLost);
    client.release(broken);
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
