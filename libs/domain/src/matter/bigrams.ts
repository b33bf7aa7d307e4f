const NOT_A_CHARACTER = /[^\p{L}\p{N}]/gu;

/** Width, capitals, spaces and punctuation tell nothing about what a text says. */
export const foldedText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(NOT_A_CHARACTER, '');

/**
 * Every pair of neighbouring characters: Chinese is written without spaces and most words have two. A text of one
 * character is its own only key.
 */
export function bigramsOf(text: string): ReadonlySet<string> {
  const characters = [...foldedText(text)];
  if (characters.length === 1) return new Set(characters);
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`));
}

/** How many keys both have. */
export function sharedOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const [few, many] = left.size <= right.size ? [left, right] : [right, left];
  let shared = 0;
  for (const key of few) if (many.has(key)) shared += 1;
  return shared;
}
