import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations';
import { grantApplicationRole } from './application-role';

/** The database was written by a newer program; starting an older one on it could lose data. */
export class SchemaNewerThanProgram extends Error {
  constructor(readonly unknownMigrations: readonly string[]) {
    super(`schema has migrations this program does not know: ${unknownMigrations.join(', ')}`);
  }
}

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

/** Throws {@link SchemaNewerThanProgram} when the database holds a migration that is not in the program. */
export async function refuseNewerSchema(source: DataSource): Promise<void> {
  const [{ present }] = await source.query<[{ present: boolean }]>(
    `select to_regclass('schema_migration') is not null as present`,
  );
  if (!present) return;
  const done = await source.query<{ name: string }[]>('select name from schema_migration order by id');
  const known = new Set(MIGRATIONS.map((migration) => migration.name));
  const unknown = done.map((row) => row.name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new SchemaNewerThanProgram(unknown);
}
