import type { Day, Instant } from '../time';
import { DAY_MS, MINUTE_MS } from '../time';
import { dayOfNumber, type DayNumber } from './civil-day';
import type { HoursOfDays } from './hours-of-days';
import type { Zone } from './zone';

/** One day of a calendar worked out in instants. */
export interface DayPlan {
  readonly day: Day;
  /** Local midnight to local midnight; 23, 24, 25 hours, or nothing for a day a zone skipped. */
  readonly start: Instant;
  readonly end: Instant;
  /** Openings and closings in turn: `[from, to, from, to, …]`, ascending, not touching. */
  readonly edges: readonly Instant[];
  readonly openMs: number;
  readonly openReason: 'open' | 'makeup';
  readonly closedReason: 'closed' | 'holiday';
  readonly name: string | undefined;
}

/** Works a day out: hours of the weekday or the exception, minus breaks, in the instants of the zone. */
export function planDay(number: DayNumber, hours: HoursOfDays, zone: Zone): DayPlan {
  const midnight = number * DAY_MS;
  const start = zone.instantOf(midnight);
  const end = zone.instantOf(midnight + DAY_MS);
  const edges: Instant[] = [];
  let openMs = 0;
  for (const [fromMinute, toMinute] of hours.stretchesOf(number)) {
    // Clipping keeps an hour moved by a spring gap from reaching into the neighbouring day or stretch.
    const from = Math.max(zone.instantOf(midnight + fromMinute * MINUTE_MS), edges.at(-1) ?? start);
    const to = Math.min(zone.instantOf(midnight + toMinute * MINUTE_MS), end);
    if (from >= to) continue;
    if (from === edges.at(-1)) edges[edges.length - 1] = to;
    else edges.push(from, to);
    openMs += to - from;
  }
  return {
    day: dayOfNumber(number),
    start,
    end,
    edges,
    openMs,
    openReason: hours.makeupDays.has(number) ? 'makeup' : 'open',
    closedReason: hours.holidays.has(number) ? 'holiday' : 'closed',
    name: hours.names.get(number),
  };
}
