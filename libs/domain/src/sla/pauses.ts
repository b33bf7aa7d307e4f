import type { Instant } from '../time';
import { NEVER } from '../time';
import { mergeSpans, type Span } from './spans';
import type { WorkingCalendar } from './working-calendar';

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
