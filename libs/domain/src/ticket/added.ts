/** The list with an id it did not have yet. */
export function added(list: readonly string[], id: string | null): readonly string[] {
  return id === null || list.includes(id) ? list : [...list, id];
}

/** The list with every id it did not have yet. */
export const addedAll = (list: readonly string[], ids: readonly string[]): readonly string[] =>
  ids.reduce<readonly string[]>(added, list);
