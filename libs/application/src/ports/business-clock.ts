/** The one business time every due test and every event uses; in the demo an offset to the server's clock. */
export abstract class BusinessClock {
  /** Epoch milliseconds, read from PostgreSQL. */
  abstract now(): Promise<number>;

  /** Whether this is the demo's stored time rather than the real one. */
  abstract isDemo(): Promise<boolean>;
}
