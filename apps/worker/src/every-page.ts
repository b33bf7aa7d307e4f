/** Reads on after the last one read, until a page is not full or the program stops. */
export async function everyPage<T>(
  read: (after: T | null) => Promise<readonly T[]>,
  pageSize: number,
  signal?: AbortSignal,
): Promise<readonly T[]> {
  const all: T[] = [];
  let full = true;
  while (full && signal?.aborted !== true) {
    const page = await read(all.at(-1) ?? null);
    all.push(...page);
    full = page.length === pageSize;
  }
  return all;
}
