import { createHash } from 'node:crypto';
import type { ClassProvider } from '@nestjs/common';
import { createDataSource, Database, READ_PROVIDERS } from '@zhuqi/persistence';
import type { DataSource } from 'typeorm';
import { cloneDatabase, type ClonedDatabase } from '../../support/database';

/** The moment the business clock runs on from: a Friday morning. */
export const NOW = '2023-10-20T01:00:00Z';

/** A migrated database of one file's own, with rows put in by hand. */
export interface ReadingRoom {
  readonly url: string;
  readonly database: Database;
  /** The query port of this class, on this database. */
  port<T>(port: abstract new () => T): T;
  insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void>;
  close(): Promise<void>;
}

export async function openReadingRoom(): Promise<ReadingRoom> {
  const clone: ClonedDatabase = await cloneDatabase();
  const source: DataSource = createDataSource({ url: clone.url });
  await source.initialize();
  const database = new Database(source);
  await database.rows(
    `update business_clock set demo = true,
       offset_ms = trunc(extract(epoch from $1::timestamptz - clock_timestamp()) * 1000)`,
    [NOW],
  );
  return {
    url: clone.url,
    database,
    port: (token) => {
      const provider = READ_PROVIDERS.find(
        (each) => (each as ClassProvider).provide === token,
      ) as ClassProvider;
      return new provider.useClass(database);
    },
    insert: async (table, row) => {
      const columns = Object.keys(row);
      const places = columns.map((_, index) => `$${index + 1}`);
      await database.rows(
        `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
        Object.values(row),
      );
    },
    close: async () => {
      await source.destroy();
      await clone.drop();
    },
  };
}

/** A readable id: the same short text is always the same row. */
export function idOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
