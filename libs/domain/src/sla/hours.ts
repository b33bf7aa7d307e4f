/** Open time of a day in minutes of the wall clock, half-open. */
export type Stretch = readonly [from: number, to: number];

const TIME_FORM = /^([01]\d|2[0-3]):([0-5]\d)$/;
export const LAST_MINUTE = 24 * 60;

/** `HH:MM` (or `24:00`) to minutes since midnight; null for anything else. */
export function minuteOfDay(text: string): number | null {
  if (text === '24:00') return LAST_MINUTE;
  const [, hour, minute] = TIME_FORM.exec(text) ?? [];
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Number(minute);
}

/** Sorted, non-empty stretches with overlapping and touching ones joined. */
export function joinStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: [number, number][] = [];
  for (const [from, to] of [...stretches].sort((a, b) => a[0] - b[0])) {
    if (from >= to) continue;
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** What is left of joined `stretches` without the joined `holes`. */
export function withoutStretches(
  stretches: readonly Stretch[],
  holes: readonly Stretch[],
): readonly Stretch[] {
  return holes.reduce<readonly Stretch[]>(
    (left, [from, to]) =>
      left
        .flatMap(([a, b]): Stretch[] => [
          [a, Math.min(b, from)],
          [Math.max(a, to), b],
        ])
        .filter(([a, b]) => a < b),
    stretches,
  );
}
