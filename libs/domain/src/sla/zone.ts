import type { Instant } from '../time';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../time';

/** A wall clock reading as if it were UTC: milliseconds of local date and time. */
export type WallTime = number;

/** One IANA time zone. All offsets in milliseconds east of UTC. */
export interface Zone {
  readonly name: string;
  offsetAt(at: Instant): number;
  /** A time skipped in spring moves on by the length of the gap; a time that occurs twice is the first of the two. */
  instantOf(wall: WallTime): Instant;
}

interface OffsetDay {
  readonly before: number;
  readonly after: number;
  readonly changesAt: Instant;
}

const OFFSET_FORM = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;
/** About 110 years; a long-lived calendar asked about ever more distant years must not grow without end. */
export const MEMO_LIMIT = 40_000;

/** Whether the runtime's zone data knows `name`. */
export function isTimeZone(name: string): boolean {
  try {
    offsetReader(name);
    return true;
  } catch {
    return false;
  }
}

function offsetReader(name: string): (at: Instant) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  return (at) => {
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = OFFSET_FORM.exec(format.format(at)) ?? [];
    const size = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
    return sign === '-' ? -size : size;
  };
}

/**
 * A zone that asks Intl once per UTC day and remembers: Intl costs microseconds, a deadline must not.
 * Relies on a zone changing its offset at most once within two days, which holds for the whole tz database since 1970.
 */
export function timeZone(name: string): Zone {
  const readOffset = offsetReader(name);
  const days = new Map<number, OffsetDay>();

  const offsetDay = (index: number): OffsetDay => {
    const known = days.get(index);
    if (known !== undefined) return known;
    if (days.size >= MEMO_LIMIT) days.clear();
    const day = readOffsetDay(readOffset, index * DAY_MS);
    days.set(index, day);
    return day;
  };
  const offsetAt = (at: Instant): number => {
    const day = offsetDay(Math.floor(at / DAY_MS));
    return at < day.changesAt ? day.before : day.after;
  };
  const instantOf = (wall: WallTime): Instant => {
    const before = offsetAt(wall - DAY_MS);
    const after = offsetAt(wall + DAY_MS);
    if (before === after) return wall - before;
    const asBefore = wall - before;
    const asAfter = wall - after;
    return offsetAt(asBefore) === before || offsetAt(asAfter) !== after ? asBefore : asAfter;
  };
  return { name, offsetAt, instantOf };
}

function readOffsetDay(readOffset: (at: Instant) => number, start: Instant): OffsetDay {
  const before = readOffset(start);
  const after = readOffset(start + DAY_MS);
  if (before === after) return { before, after, changesAt: start };
  let early = start;
  let late = start + DAY_MS;
  while (late - early > SECOND_MS) {
    const middle = early + Math.floor((late - early) / 2 / SECOND_MS) * SECOND_MS;
    if (readOffset(middle) === before) early = middle;
    else late = middle;
  }
  return { before, after, changesAt: late };
}
