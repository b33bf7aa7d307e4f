import type { Page, PageKey, PageRequest } from '@zhuqi/application';

/** Reads a list to its end, a few items at a time. */
export async function allPages<T>(
  read: (page: PageRequest) => Promise<Page<T>>,
  limit = 100,
): Promise<{ readonly items: readonly T[]; readonly pages: number }> {
  const items: T[] = [];
  let after: PageKey | null = null;
  for (let pages = 1; ; pages += 1) {
    const page: Page<T> = await read({ limit, after, total: false });
    items.push(...page.items);
    after = page.next;
    if (after === null) return { items, pages };
  }
}
