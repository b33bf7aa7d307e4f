/** The computer's own time, for tokens, limits and caches; never for due dates or events. */
export abstract class RealClock {
  /** Epoch milliseconds. */
  abstract now(): number;
}
