import type { SigningAnchoring } from '@zhuqi/application';

/** What the worker has to be told. */
export abstract class WorkerSettings {
  /** Seconds between two looks for due clocks. */
  abstract readonly sweepSeconds: number;
  /** More due tickets than this after an outage pull the storm brake; default 1,000. */
  abstract readonly stormTickets?: number;
  /** How many tickets the storm brake lets through in a minute; default 600. */
  abstract readonly stormPerMinute?: number;
  /** Key and sink of the anchors; absent: this worker makes none. */
  abstract readonly anchoring?: SigningAnchoring;
  /** Minutes between two anchors; default 10. */
  abstract readonly anchorMinutes?: number;
  /** False in tests, which call relay and sweep themselves. */
  abstract readonly timers: boolean;
  /** False for a worker that only relays and sweeps; default true. */
  abstract readonly consumers?: boolean;
}
