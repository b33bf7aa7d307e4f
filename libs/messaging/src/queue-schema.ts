import { runMigrations } from 'bullmq';
import { Client, escapeIdentifier } from 'pg';

export const QUEUE_SCHEMA = 'bullmq';

// Two-int form, like the lock of the program's own migrations beside it.
const MIGRATION_LOCK = [20_231_020, 2] as const;

/**
 * Brings the queue's own schema up to the installed BullMQ, once, however many processes start together, and gives
 * the role the rights to work with it (and none to change it).
 */
export async function migrateQueueSchema(databaseUrl: string, role?: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  // The query that is running tells about a lost connection.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1, $2)', [...MIGRATION_LOCK]);
    await runMigrations(client, QUEUE_SCHEMA);
    if (role !== undefined) await grant(client, escapeIdentifier(role));
  } finally {
    await client.end(); // which also unlocks
  }
}

async function grant(client: Client, role: string): Promise<void> {
  await client.query(`grant usage, create on schema ${QUEUE_SCHEMA} to ${role}`);
  await client.query(
    `grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${role}`,
  );
  await client.query(`grant usage, select on all sequences in schema ${QUEUE_SCHEMA} to ${role}`);
  await client.query(`grant execute on all functions in schema ${QUEUE_SCHEMA} to ${role}`);
}
