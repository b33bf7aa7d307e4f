/** A moment: epoch milliseconds, UTC. Never a `Date`, so no calculation can fall into the process time zone. */
export type Instant = number;

/** A business day, `YYYY-MM-DD`, in the time zone of the calendar that speaks of it. */
export type Day = string;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The instant of something that does not happen (a calendar that never opens again). */
export const NEVER: Instant = Number.POSITIVE_INFINITY;
