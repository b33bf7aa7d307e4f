import type { PoolClient, QueryArrayResult } from 'pg';

/** Few enough to be young when they are dropped: what the collector never has to move costs it nothing. */
const BATCH = 1_000;

/** The values of a row in the order of the statement. */
export type Columns = readonly unknown[];

/** A long answer that concerns tickets, in the order of their ids; a row is read by the places of its columns. */
export interface Reading<T> {
  readonly name: string;
  readonly text: string;
  readonly read: (columns: Columns) => T;
}

/** Reads a long answer in batches, the next one while this one is worked on; its transaction must stay open. */
export class RowCursor<T extends { readonly ticketId: string }> {
  private rows: readonly T[] = [];
  private place = 0;
  private next: Promise<readonly T[]>;

  private constructor(
    private readonly client: PoolClient,
    private readonly reading: Reading<T>,
  ) {
    this.next = this.fetch();
  }

  static async open<T extends { readonly ticketId: string }>(
    client: PoolClient,
    reading: Reading<T>,
  ): Promise<RowCursor<T>> {
    await client.query(`declare ${reading.name} no scroll cursor for ${reading.text}`);
    const cursor = new RowCursor<T>(client, reading);
    await cursor.turn();
    return cursor;
  }

  /** The ticket of the row it stands at; null after the last. */
  get ticketId(): string | null {
    return this.rows[this.place]?.ticketId ?? null;
  }

  /** The rows of one ticket from here on; the cursor stands at the first of another. */
  async take(ticketId: string): Promise<readonly T[]> {
    const taken: T[] = [];
    for (let row = this.rows[this.place]; row?.ticketId === ticketId; row = this.rows[this.place]) {
      taken.push(row);
      this.place += 1;
      if (this.place === this.rows.length) await this.turn();
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
    const rows = this.client
      .query({ text, rowMode: 'array' })
      .then((answer: QueryArrayResult<unknown[]>) => answer.rows.map(this.reading.read));
    // Whoever turns the page is told; when nobody does any more, nobody need be.
    rows.catch(() => undefined);
    return rows;
  }
}
