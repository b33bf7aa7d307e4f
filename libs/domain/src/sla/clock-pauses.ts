import type { Instant } from '../time';
import type { Clock, Pause } from './clock';

/** A pause as a span. */
export interface EndedPause extends Pause {
  readonly to: Instant;
}

/** The moment a clock's time stands at: now, or when it was paused or stopped. */
export function standsAt(clock: Clock, now: Instant): Instant {
  const last = clock.pauses.at(-1);
  if (last?.to === null) return last.from;
  return clock.stoppedAt ?? now;
}

/** The pauses as spans up to `now`, the one that still lasts included. */
export const pausesUntil = (clock: Clock, now: Instant): readonly EndedPause[] =>
  clock.pauses.map((pause) => ({ ...pause, to: pause.to ?? clock.stoppedAt ?? now }));

/** The pauses that are over, as spans. */
export const endedPauses = (clock: Pick<Clock, 'pauses'>): readonly EndedPause[] =>
  clock.pauses.filter((pause): pause is EndedPause => pause.to !== null);
