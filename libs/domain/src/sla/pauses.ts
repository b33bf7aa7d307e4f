import type { Instant } from '../time';
import { NEVER } from '../time';
import type { WorkingCalendar } from './working-calendar';

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

/**
 * The due time after pauses: each one that begins before the due time reached so far adds its open time to it.
 * One that begins later moves nothing, and one that holds no open time leaves even a closing time where it is.
 */
export function dueAfterPauses(
  calendar: WorkingCalendar,
  start: Instant,
  due: Instant,
  pauses: readonly Span[],
): Instant {
  let moved = due;
  for (const pause of mergeSpans(pauses, start, NEVER)) {
    if (pause.from >= moved) break;
    const open = calendar.elapsed(pause.from, pause.to);
    if (open > 0) moved = calendar.addTime(moved, open);
  }
  return moved;
}

/** Open milliseconds from `from` to `to` that no pause covers. */
export function workingTime(
  calendar: WorkingCalendar,
  from: Instant,
  to: Instant,
  pauses: readonly Span[] = [],
): number {
  const paused = mergeSpans(pauses, from, to).reduce((sum, p) => sum + calendar.elapsed(p.from, p.to), 0);
  return calendar.elapsed(from, to) - paused;
}
