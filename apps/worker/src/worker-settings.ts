/** What the worker has to be told. */
export abstract class WorkerSettings {
  /** Seconds between two looks for due clocks. */
  abstract readonly sweepSeconds: number;
  /** False in tests, which call relay and sweep themselves. */
  abstract readonly timers: boolean;
  /** False for a worker that only relays and sweeps; default true. */
  abstract readonly consumers?: boolean;
}
