import type { SignedAnchor } from './anchor-book';

/** An anchor as the sink has it. */
export const anchorLine = (anchor: SignedAnchor): string => JSON.stringify(plain(anchor));

const plain = ({ regionCode, ordinal, at, heads, previous, root, signature }: SignedAnchor) => ({
  ...{ regionCode, ordinal, at: new Date(at).toISOString(), heads, previous, root, signature },
});

/** What a line is about; null when it is none of ours, such as half a line after a crash. */
export function placeOf(line: string): { regionCode: string; ordinal: number } | null {
  try {
    const { regionCode, ordinal } = JSON.parse(line) as { regionCode?: unknown; ordinal?: unknown };
    return typeof regionCode === 'string' && typeof ordinal === 'number' ? { regionCode, ordinal } : null;
  } catch {
    return null;
  }
}

/** The last ordinal of each region that the sink has. */
export function lastOrdinals(lines: readonly string[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const place of lines.map(placeOf)) {
    if (place === null) continue;
    last.set(place.regionCode, Math.max(place.ordinal, last.get(place.regionCode) ?? 0));
  }
  return last;
}
