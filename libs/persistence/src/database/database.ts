import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { RepeatedStatements } from './repeated-statements';

/** A statement with a stable name: PostgreSQL parses and plans it once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * The pool under TypeORM's data source, for the hot statements and the screens' plain SQL.
 * Rows and migrations go through TypeORM itself; both share these connections and their time limits.
 */
export class Database {
  private readonly repeated = new RepeatedStatements();

  constructor(private readonly source: DataSource) {}

  get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }

  /** Runs one statement outside a transaction and answers its rows. Errors are PostgreSQL's own. */
  async rows<T extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.pool.query<T>(text, [...values])).rows;
  }

  /** Like {@link rows}, for a text that never varies. */
  async named<T extends QueryResultRow>(statement: Statement, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.pool.query<T>({ ...statement, values: [...values] })).rows;
  }

  /** Like {@link rows}, for a text made of parts that comes back with other values; see {@link RepeatedStatements}. */
  async page<T extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<T[]> {
    const name = this.repeated.nameOf(text);
    if (name === undefined) return this.rows<T>(text, values);
    return this.named<T>({ name, text }, values);
  }

  connect(): Promise<PoolClient> {
    return this.pool.connect();
  }
}
