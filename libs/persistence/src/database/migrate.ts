import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations';
import { grantApplicationRole } from './application-role';
import { refuseNewerSchema } from './schema-version';

// Two-int form: BullMQ's PostgreSQL backend uses the one-bigint form, so the two can never collide.
const MIGRATION_LOCK = [20_231_020, 1] as const;

/** Brings the schema up to this program's version, once, however many processes start together. */
export async function migrate(databaseUrl: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migration',
    installExtensions: false,
    extra: { max: 2, connectionTimeoutMillis: 5_000 },
  });
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1, $2)', [...MIGRATION_LOCK]);
    await refuseNewerSchema(source);
    await source.runMigrations({ transaction: 'each' });
    await grantApplicationRole(runner);
    await runner.query('select pg_advisory_unlock($1, $2)', [...MIGRATION_LOCK]);
  } finally {
    await runner.release();
    await source.destroy();
  }
}
