const HIDDEN = '[hidden]';

/** What never belongs into a log, wherever in a line it stands. Order matters: whole values first. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // A JSON member with a telling name, whatever its value is.
  [
    /"([\w.-]{0,40}(?:authorization|password|passwd|secret|token|cookie|phone|mobile|api_?key)[\w.-]{0,40})":(?:"(?:[^"\\]|\\.)*"|-?[\d.]+)/gi,
    `"$1":"${HIDDEN}"`,
  ],
  // The same inside a text: a query string, a form, JSON within JSON.
  [/\b(password|passwd|secret|token)(\\?["']?\s*[:=]\s*\\?["']?)[^\s"'\\,;&}[]+/gi, `$1$2${HIDDEN}`],
  [/\b(Bearer|Basic)\s+[\w.~+/-]+=*/gi, `$1 ${HIDDEN}`],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, HIDDEN],
  [/\bzq_\w+/g, HIDDEN],
  [/(\w+:\/\/[^\s/:@"]*):[^\s/@"]+@/g, `$1:${HIDDEN}@`],
  // Mobile numbers of mainland China; longer runs of digits are instants and ids.
  [/(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g, '$1****$2'],
];

/** The text without credentials and telephone numbers. */
export function redacted(text: string): string {
  return PATTERNS.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
}
