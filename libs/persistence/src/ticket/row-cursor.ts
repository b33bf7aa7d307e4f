import type { PoolClient, QueryArrayConfig, QueryArrayResult } from 'pg';

/** Few enough to be young when they are dropped: what the collector never has to move costs it nothing. */
const BATCH = 1_000;

/** The values of a row in the order of the statement. */
export type Columns = readonly unknown[];

/** A long answer in the order of a key several rows may share; a row is read by the places of its columns. */
export interface Reading<T> {
  readonly name: string;
  readonly text: string;
  readonly read: (columns: Columns) => T;
  readonly key: (row: T) => string;
}

/** A connection that several read from in turn: it is asked one thing after another. */
export class QueryLine {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly client: PoolClient) {}

  ask(query: QueryArrayConfig): Promise<QueryArrayResult<unknown[]>> {
    const answer = this.last.then(() => this.client.query<unknown[]>(query));
    // Whoever asked is told; whoever is next in the line need not be.
    this.last = answer.catch(() => undefined);
    return answer;
  }
}

/** Reads a long answer in batches, the next one while this one is worked on; its transaction must stay open. */
export class RowCursor<T> {
  private rows: readonly T[] = [];
  private place = 0;
  private next: Promise<readonly T[]>;

  private constructor(
    private readonly line: QueryLine,
    private readonly reading: Reading<T>,
  ) {
    this.next = this.fetch();
  }

  static async open<T>(line: QueryLine, reading: Reading<T>): Promise<RowCursor<T>> {
    const { name, text } = reading;
    await line.ask({ text: `declare ${name} no scroll cursor for ${text}`, rowMode: 'array' });
    const cursor = new RowCursor<T>(line, reading);
    await cursor.turn();
    return cursor;
  }

  /** The key of the row it stands at; null after the last. */
  get key(): string | null {
    const row = this.rows[this.place];
    return row === undefined ? null : this.reading.key(row);
  }

  /** The rows with this key from here on; the cursor stands at the first with another. */
  async take(key: string): Promise<readonly T[]> {
    const taken: T[] = [];
    for (let row = this.rows[this.place]; row !== undefined && this.reading.key(row) === key;) {
      taken.push(row);
      this.place += 1;
      if (this.place === this.rows.length) await this.turn();
      row = this.rows[this.place];
    }
    return taken;
  }

  private async turn(): Promise<void> {
    this.rows = await this.next;
    this.place = 0;
    if (this.rows.length < BATCH) this.next = Promise.resolve([]);
    else this.next = this.fetch();
  }

  private fetch(): Promise<readonly T[]> {
    const text = `fetch ${String(BATCH)} from ${this.reading.name}`;
    const rows = this.line
      .ask({ text, rowMode: 'array' })
      .then((answer) => answer.rows.map(this.reading.read));
    // Whoever turns the page is told; when nobody does any more, nobody need be.
    rows.catch(() => undefined);
    return rows;
  }
}
