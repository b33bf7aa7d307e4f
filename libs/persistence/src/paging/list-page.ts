import type { Page, PageRequest } from '@zhuqi/application';
import type { QueryResultRow } from 'pg';
import type { Parameters } from '../access/scope-sql';
import type { Database } from '../database/database';
import { keyValues, momentValue, pageOf, type KeyShape } from './page-key';

/** A list that one index answers in order: where it comes from, what narrows it, how it is sorted. */
export interface Listing<Row extends QueryResultRow, Item> {
  /** What the source and the columns refer to by name, without the word `with`. */
  readonly given?: string;
  readonly columns: string;
  readonly source: string;
  readonly conditions: readonly string[];
  readonly shape: KeyShape;
  /** One expression per value of the shape; the last is unique. */
  readonly order: readonly string[];
  readonly direction: 'asc' | 'desc';
  readonly item: (row: Row) => Item;
  readonly key: (row: Row) => readonly string[];
}

const READ_BACK: Record<KeyShape['values'][number], (placeholder: string) => string> = {
  uuid: (placeholder) => `${placeholder}::uuid`,
  number: (placeholder) => `${placeholder}::integer`,
  text: (placeholder) => `${placeholder}::text`,
  moment: momentValue,
};

/** A page of a listing whose conditions' values are in `parameters`. */
export async function listPage<Row extends QueryResultRow, Item>(
  database: Database,
  listing: Listing<Row, Item>,
  parameters: Parameters,
  page: PageRequest,
): Promise<Page<Item>> {
  const { source, shape } = listing;
  const narrowed = `from ${source} where ${['true', ...listing.conditions].join(' and ')}`;
  const given = listing.given === undefined ? '' : `with ${listing.given} `;
  const values = [...parameters.values];
  const after = keyValues(page.after, shape);
  const place = after?.map((value, index) => READ_BACK[shape.values[index] ?? 'text'](parameters.add(value)));
  const beyond = listing.direction === 'asc' ? '>' : '<';
  const rows = await database.page<Row>(
    `${given}select ${listing.columns} ${narrowed}
      ${place === undefined ? '' : `and (${listing.order.join(', ')}) ${beyond} (${place.join(', ')})`}
      order by ${listing.order.map((expression) => `${expression} ${listing.direction}`).join(', ')}
      limit ${parameters.add(page.limit + 1)}`,
    parameters.values,
  );
  const key = (row: Row) => ({ order: shape.order, values: listing.key(row) });
  const result = pageOf(rows, page.limit, { item: listing.item, key });
  if (!page.total) return result;
  const [count] = await database.rows<{ count: number }>(
    `${given}select count(*)::integer as count ${narrowed}`,
    values,
  );
  return { ...result, total: count?.count ?? 0 };
}
