const NOT_A_CHARACTER = /[^\p{L}\p{N}]+/gu;
const UNIT_BITS = 16;

/** Width, capitals, spaces and punctuation tell nothing about what a text says. */
export const foldedText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(NOT_A_CHARACTER, '');

/**
 * Every pair of neighbouring characters: Chinese is written without spaces and most words have two. A text of one
 * character is its own only pair.
 */
export function pairsOf(text: string): readonly string[] {
  const characters = [...foldedText(text)];
  if (characters.length === 1) return characters;
  return [
    ...new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)),
  ];
}

/** The same pairs as numbers, for comparing: a set of these is several times cheaper than one of texts. */
export function keysOf(text: string): ReadonlySet<number> {
  const folded = foldedText(text);
  const keys = new Set<number>();
  if (folded.length === 1) keys.add(folded.charCodeAt(0));
  for (let at = 1; at < folded.length; at += 1) {
    keys.add((folded.charCodeAt(at - 1) << UNIT_BITS) | folded.charCodeAt(at));
  }
  return keys;
}

/** How many of these keys one of the others has. */
export function sharedOf(keys: ReadonlySet<number>, ...others: readonly ReadonlySet<number>[]): number {
  let shared = 0;
  for (const key of keys) if (others.some((other) => other.has(key))) shared += 1;
  return shared;
}
