import type { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations';

/** The database was written by a newer program; starting an older one on it could lose data. */
export class SchemaNewerThanProgram extends Error {
  constructor(readonly unknownMigrations: readonly string[]) {
    super(`schema has migrations this program does not know: ${unknownMigrations.join(', ')}`);
  }
}

/** The database has not seen every migration this program brings. */
export class SchemaOlderThanProgram extends Error {
  constructor(readonly pendingMigrations: readonly string[]) {
    super(`schema lacks migrations: ${pendingMigrations.join(', ')}`);
  }
}

/** Throws {@link SchemaNewerThanProgram} when the database holds a migration that is not in the program. */
export async function refuseNewerSchema(source: DataSource): Promise<void> {
  const known = MIGRATIONS.map(({ name }) => name);
  const unknown = (await migrationsDone(source)).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new SchemaNewerThanProgram(unknown);
}

/** Throws unless the database has seen exactly the migrations of this program. */
export async function requireCurrentSchema(source: DataSource): Promise<void> {
  await refuseNewerSchema(source);
  const done = await migrationsDone(source);
  const pending = MIGRATIONS.map(({ name }) => name).filter((name) => !done.includes(name));
  if (pending.length > 0) throw new SchemaOlderThanProgram(pending);
}

async function migrationsDone(source: DataSource): Promise<readonly string[]> {
  const [table] = await source.query<{ present: boolean }[]>(
    `select to_regclass('schema_migration') is not null as present`,
  );
  if (table?.present !== true) return [];
  const done = await source.query<{ name: string }[]>('select name from schema_migration order by id');
  return done.map(({ name }) => name);
}
