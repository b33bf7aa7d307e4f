import type { Instant } from '../time';
import { NEVER } from '../time';
import type { DayTable } from './day-table';

/** Days in a row without an opening after which a calendar counts as closed for good: ten years. */
export const LONGEST_CLOSURE_DAYS = 3_660;
/** How far any count may reach: a century. */
export const HORIZON_DAYS = 36_600;

/** Whether the half-open hours hold `at`. */
export function isOpen(table: DayTable, at: Instant): boolean {
  const { edges } = table.plan(table.indexAt(at));
  for (let i = 0; i < edges.length; i += 2) {
    if (at < (edges[i] ?? NEVER)) return false;
    if (at < (edges[i + 1] ?? NEVER)) return true;
  }
  return false;
}

/**
 * The instant at which `ms` of open time have passed since `start`. Ending exactly at closing is closing time;
 * nothing to pass means `start` itself, or the next opening when closed then. `NEVER` when the calendar runs out.
 */
export function addOpenTime(table: DayTable, start: Instant, ms: number): Instant {
  let rest = ms;
  let closedDays = 0;
  const first = table.indexAt(start);
  for (let number = first; number < first + HORIZON_DAYS && closedDays < LONGEST_CLOSURE_DAYS; number += 1) {
    const { edges, openMs, start: dayStart } = table.plan(number);
    if (openMs === 0) {
      closedDays += 1;
      continue;
    }
    closedDays = 0;
    if (dayStart >= start && rest > openMs) {
      rest -= openMs;
      continue;
    }
    for (let i = 0; i < edges.length; i += 2) {
      const from = Math.max(edges[i] ?? NEVER, start);
      const open = (edges[i + 1] ?? NEVER) - from;
      if (open <= 0) continue;
      if (rest <= open) return from + rest;
      rest -= open;
    }
  }
  return NEVER;
}

/** The mirror of `addOpenTime`: the latest instant from which `ms` of open time remain until `end`; `-NEVER` when none. */
export function subtractOpenTime(table: DayTable, end: Instant, ms: number): Instant {
  if (ms === 0 && isOpen(table, end)) return end;
  let rest = ms;
  let closedDays = 0;
  const first = table.indexAt(end);
  for (let number = first; number > first - HORIZON_DAYS && closedDays < LONGEST_CLOSURE_DAYS; number -= 1) {
    const { edges, openMs, end: dayEnd } = table.plan(number);
    if (openMs === 0) {
      closedDays += 1;
      continue;
    }
    closedDays = 0;
    if (dayEnd <= end && rest > openMs) {
      rest -= openMs;
      continue;
    }
    for (let i = edges.length - 2; i >= 0; i -= 2) {
      const to = Math.min(edges[i + 1] ?? -NEVER, end);
      const open = to - (edges[i] ?? NEVER);
      if (open <= 0) continue;
      if (rest <= open) return to - rest;
      rest -= open;
    }
  }
  return -NEVER;
}

/** Open milliseconds between two instants; 0 when `to` is not after `from`. */
export function openTimeBetween(table: DayTable, from: Instant, to: Instant): number {
  if (to <= from) return 0;
  let sum = 0;
  for (let number = table.indexAt(from); ; number += 1) {
    const { edges, openMs, start, end } = table.plan(number);
    if (start >= to) return sum;
    if (start >= from && end <= to) {
      sum += openMs;
      continue;
    }
    for (let i = 0; i < edges.length; i += 2) {
      const open = Math.min(edges[i + 1] ?? from, to) - Math.max(edges[i] ?? to, from);
      if (open > 0) sum += open;
    }
  }
}

/** The open stretches from `from` on, lazily, the first one clipped; ends when the calendar runs out. */
export function* openPeriods(table: DayTable, from: Instant): Generator<{ from: Instant; to: Instant }> {
  const first = table.indexAt(from);
  let lastOpen = first;
  for (let number = first; number <= lastOpen + LONGEST_CLOSURE_DAYS; number += 1) {
    const { edges } = table.plan(number);
    for (let i = 0; i < edges.length; i += 2) {
      const period = { from: Math.max(edges[i] ?? NEVER, from), to: edges[i + 1] ?? NEVER };
      if (period.from >= period.to) continue;
      lastOpen = number;
      yield period;
    }
  }
}
