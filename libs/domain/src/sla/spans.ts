import type { Instant } from '../time';

/** A stretch of time in which a clock stands, half-open. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
  readonly reason?: string;
}

/** Spans clipped to `[from, to)`, in order, overlapping and touching ones made one (the first reason is kept). */
export function mergeSpans(spans: readonly Span[], from: Instant, to: Instant): readonly Span[] {
  if (spans.length === 0) return spans;
  const merged: { from: Instant; to: Instant; reason?: string }[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const clipped = { ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) };
    if (clipped.from >= clipped.to) continue;
    const last = merged.at(-1);
    if (last !== undefined && clipped.from <= last.to) last.to = Math.max(last.to, clipped.to);
    else merged.push(clipped);
  }
  return merged;
}
