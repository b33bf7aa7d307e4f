import { type Page, type PageKey, Refused } from '@zhuqi/application';

/** A page as it is answered. */
export interface PageView<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
  readonly total?: number;
}

export const encodeCursor = (key: PageKey): string =>
  Buffer.from(JSON.stringify([key.order, ...key.values])).toString('base64url');

/** Null without a cursor; throws `cursor.invalid` for a text that no page ever answered. */
export function decodeCursor(cursor: string | undefined): PageKey | null {
  if (cursor === undefined) return null;
  const parts = partsOf(cursor);
  const [order, ...values] = parts ?? [];
  if (order === undefined) {
    throw new Refused({ code: 'cursor.invalid', detail: '翻页游标无效，请从第一页开始', pointer: '/cursor' });
  }
  return { order, values };
}

/** Each item through its view, and the key of the next page as an opaque cursor. */
export function pageView<T, V>(page: Page<T>, viewOf: (item: T) => V): PageView<V> {
  return {
    items: page.items.map(viewOf),
    nextCursor: page.next === null ? null : encodeCursor(page.next),
    ...(page.total === undefined ? {} : { total: page.total }),
  };
}

function partsOf(cursor: string): string[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : null;
  } catch {
    return null;
  }
}
