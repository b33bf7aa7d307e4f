/** What no .docx may hold: control characters, halves of pairs, non-characters. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}]/gu;

/** Marks that turn the direction of everything after them, or are not seen: a title must not reorder the page. */
const UNSEEN = /[\u{200B}-\u{200F}\u{2028}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]/gu;

/**
 * A text of one line that every reader of a .docx opens: what XML forbids becomes a space, marks that are not seen go.
 * Marks of XML (`<`, `&`) stay: the writer escapes them.
 */
export const plainText = (text: string): string =>
  text.replace(UNSEEN, '').replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ').trim();
