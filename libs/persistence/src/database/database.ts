import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { DataSource, ObjectLiteral, Repository } from 'typeorm';
import { RepeatedStatements } from './repeated-statements';

/** A statement with a stable name: PostgreSQL parses and plans it once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * The pool under TypeORM's data source, for the hot statements and the screens' plain SQL, and TypeORM's repositories
 * for what happens rarely. Both share these connections and their time limits.
 */
export class Database {
  private readonly repeated = new RepeatedStatements();

  constructor(private readonly source: DataSource) {}

  /** The data source, connected. */
  protected get connected(): DataSource {
    return this.source;
  }

  get pool(): Pool {
    return (this.connected.driver as unknown as { master: Pool }).master;
  }

  /** The rows of one table, for cold paths that read shorter so than as SQL; each call is a statement of its own. */
  repository<T extends ObjectLiteral>(row: new () => T): Repository<T> {
    return this.connected.getRepository(row);
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
