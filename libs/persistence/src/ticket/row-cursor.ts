import type { PoolClient, QueryResultRow } from 'pg';

const BATCH = 4_000;

/** Reads a long answer in batches, row by row; the transaction it is declared in must stay open. */
export class RowCursor<T extends QueryResultRow> {
  private rows: readonly T[] = [];
  private place = 0;
  private ended = false;

  private constructor(
    private readonly client: PoolClient,
    private readonly name: string,
  ) {}

  static async open<T extends QueryResultRow>(
    client: PoolClient,
    name: string,
    statement: string,
  ): Promise<RowCursor<T>> {
    await client.query(`declare ${name} no scroll cursor for ${statement}`);
    const cursor = new RowCursor<T>(client, name);
    await cursor.fill();
    return cursor;
  }

  /** The row it stands at; null after the last. */
  get current(): T | null {
    return this.rows[this.place] ?? null;
  }

  /** The rows from here on for which `belongs` holds; the cursor stands at the first for which it does not. */
  async takeWhile(belongs: (row: T) => boolean): Promise<T[]> {
    const taken: T[] = [];
    for (let row = this.current; row !== null && belongs(row); row = this.current) {
      taken.push(row);
      this.place += 1;
      if (this.place === this.rows.length && !this.ended) await this.fill();
    }
    return taken;
  }

  private async fill(): Promise<void> {
    const { rows } = await this.client.query<T>(`fetch ${String(BATCH)} from ${this.name}`);
    this.rows = rows;
    this.place = 0;
    this.ended = rows.length < BATCH;
  }
}
