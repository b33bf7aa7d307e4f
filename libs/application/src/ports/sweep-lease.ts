/** What whoever sweeps next is told of the time before. */
export interface SweepTurn {
  /** Milliseconds since anybody last looked; null when nobody ever has. */
  readonly idleMs: number | null;
  /** The storm brake held when it was last looked. */
  readonly storm: boolean;
}

/** The sweep as everybody sees it. */
export interface SweepState {
  /** Null while nobody holds the lease. */
  readonly holder: string | null;
  /** Milliseconds since the last look, by the server's own time. */
  readonly idleMs: number;
  /** Since when the storm brake holds (epoch milliseconds, the server's own time), and how many due tickets it holds back. */
  readonly storm: { readonly since: number; readonly left: number } | null;
}

/**
 * Of several workers one sweeps at a time: whoever holds the lease, by the database's own time. Two that sweep
 * at once would do no harm, only the work twice.
 */
export abstract class SweepLease {
  /** Takes or renews the lease for `forMs`; null while another worker holds it. */
  abstract hold(holder: string, forMs: number): Promise<SweepTurn | null>;

  /** A look has got through: the outage, if there was one, is over. */
  abstract looked(holder: string): Promise<void>;

  /** Due tickets the storm brake holds back; null: it does not hold. Only the holder's word is written down. */
  abstract brake(holder: string, left: number | null): Promise<void>;

  /** The next worker need not wait for the lease to run out. */
  abstract release(holder: string): Promise<void>;

  /** Null when nobody has ever swept. */
  abstract state(): Promise<SweepState | null>;
}
