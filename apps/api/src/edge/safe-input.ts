/** What a request may look like before its fields are even considered. */
const DEEPEST = 20;
const WIDEST = 1_000;
// NUL cannot be stored by PostgreSQL; a lone surrogate is no character and cannot be written as UTF-8.
const UNSAFE_TEXT = /[\0\p{Surrogate}]/u;
/** Copied carelessly, a field of this name would change what every object is. */
const PROTOTYPE = '__proto__';

export interface UnsafePlace {
  readonly code: 'request.unsafe_text' | 'request.too_deep';
  readonly detail: string;
  readonly pointer: string;
}

interface Place {
  readonly value: unknown;
  readonly pointer: string;
  readonly depth: number;
}

/** The first place of a parsed input that is not safe to look at further, or null. Never recursive. */
export function unsafePlaceOf(input: unknown): UnsafePlace | null {
  const open: Place[] = [{ value: input, pointer: '', depth: 0 }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const problem = problemAt(place);
    if (problem !== null) return problem;
    if (typeof place.value !== 'object' || place.value === null) continue;
    for (const [key, value] of Object.entries(place.value)) {
      const pointer = `${place.pointer}/${escapePointer(key)}`;
      if (UNSAFE_TEXT.test(key) || key === PROTOTYPE) return unsafeText(place.pointer);
      open.push({ value, pointer, depth: place.depth + 1 });
    }
  }
  return null;
}

function problemAt({ value, pointer, depth }: Place): UnsafePlace | null {
  if (typeof value === 'string') return UNSAFE_TEXT.test(value) ? unsafeText(pointer) : null;
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= DEEPEST)
    return { code: 'request.too_deep', detail: `最多 ${DEEPEST} 层`, pointer: shortened(pointer) };
  if (Array.isArray(value) && value.length > WIDEST) {
    return { code: 'request.too_deep', detail: `列表最多 ${WIDEST} 项`, pointer };
  }
  return null;
}

const unsafeText = (pointer: string): UnsafePlace => ({
  code: 'request.unsafe_text',
  detail: '文本含有不允许的字符',
  pointer: shortened(pointer),
});

/** A pointer is an answer to a person; one made of long keys is not echoed whole. */
const shortened = (pointer: string): string => pointer.slice(0, 300);

export const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
