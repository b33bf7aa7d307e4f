import { Refused, type Page, type PageKey } from '@zhuqi/application';

/** What the text of one value of a page key must look like, so that PostgreSQL can read whatever is let through. */
const KEY_VALUE = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /** Epoch microseconds, the grain of a stored instant. */
  moment: /^(Infinity|-?\d{1,16})$/,
  number: /^\d{1,9}$/,
  text: /^[^\0]*$/,
} as const satisfies Record<string, RegExp>;

/** An order of a list: its name travels in the cursor, so that a cursor of another order is refused. */
export interface KeyShape {
  readonly order: string;
  readonly values: readonly (keyof typeof KEY_VALUE)[];
}

/** An instant as the value of a key, without loss. */
export const momentText = (expression: string): string =>
  `trunc(extract(epoch from ${expression}) * 1000000)::text`;

/** The instant a key's value stands for. */
export const momentValue = (placeholder: string): string => `to_timestamp(${placeholder}::float8 / 1000000)`;

/** The values of a key of this shape; null on the first page. Throws `cursor.invalid` for any other key. */
export function keyValues(after: PageKey | null, shape: KeyShape): readonly string[] | null {
  if (after === null) return null;
  const fits =
    after.order === shape.order &&
    after.values.length === shape.values.length &&
    shape.values.every((kind, index) => KEY_VALUE[kind].test(after.values[index] ?? ''));
  if (!fits)
    throw new Refused({ code: 'cursor.invalid', detail: '翻页游标与本列表不符', pointer: '/cursor' });
  return after.values;
}

/** Cuts the one row read beyond the page; its presence says that there is a next page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  reading: { readonly item: (row: Row) => Item; readonly key: (row: Row) => PageKey },
): Page<Item> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: kept.map(reading.item), next: more ? reading.key(last) : null };
}
