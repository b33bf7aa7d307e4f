/** Folds full-width forms and capitals, as `text_bigrams` does. */
export const folded = (expression: string): string => `lower(normalize(${expression}, nfkc))`;

/** Whether an index on the bigrams of an expression can be asked for this text; one character has none. */
export const hasBigrams = (q: string): boolean => [...q].length >= 2;

/** The part of a condition that an index on the bigrams of the expression answers. */
export const sharesBigrams = (expression: string, placeholder: string): string =>
  `text_bigrams(${expression}) @> text_bigrams(${placeholder}::text)`;

export const contains = (expression: string, placeholder: string): string =>
  `strpos(${folded(expression)}, ${folded(`${placeholder}::text`)}) > 0`;
