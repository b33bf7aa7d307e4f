/** Moves the demo's business time. Instants are epoch milliseconds of business time. */
export abstract class DemoClock {
  /**
   * Makes this database a demo and starts its time: at `at` on the first start, afterwards where it stood when
   * the program was last alive, and never before the last event. Answers the time it starts from.
   */
  abstract start(at: number): Promise<number>;

  /** Remembers the time reached, so that it stands still while the program is stopped. */
  abstract heartbeat(): Promise<void>;

  /** Moves forward to `at`, never back; answers the time now. */
  abstract advanceTo(at: number): Promise<number>;
}
