/** A source of choices that is the same on every machine for the same seed. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
}

/** The element at a place that must exist; a seed that asks for another is wrong and stops. */
export function elementAt<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length)
    throw new RangeError(`no element ${String(index)} of ${String(list.length)}`);
  return list[index] as T;
}

/** Mulberry32: 32 bits of state, more than enough to spread a few thousand choices. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    chance: (probability) => next() < probability,
    pick: (list) => elementAt(list, between(0, list.length - 1)),
    shuffled: (list) => {
      const left = [...list];
      return list.map(() => elementAt(left.splice(between(0, left.length - 1), 1), 0));
    },
  };
}
