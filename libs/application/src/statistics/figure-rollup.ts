/** Postings that are not in the rollup yet. */
export interface RollupBacklog {
  readonly waiting: number;
  /** How long the oldest of them has waited, by the server's own time. */
  readonly oldestSeconds: number;
}

/**
 * The sums the figures are read from, kept behind the ledger in the background. What is not in them yet is added on
 * reading: how far they have come changes no figure, only what it costs.
 */
export abstract class FigureRollup {
  /** Adds up to `most` waiting postings, all or nothing; answers how many it found. Any number may do so at once. */
  abstract roll(most: number): Promise<number>;

  abstract backlog(): Promise<RollupBacklog>;
}
