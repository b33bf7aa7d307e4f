/** A creating request that may arrive twice: the caller's key and what it asked for. */
export interface IdempotencyClaim {
  readonly actorId: string;
  readonly key: string;
  /** SHA-256 of the request's canonical text. */
  readonly requestHash: string;
}

/** What the first request was answered; the same key and body get it again. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: unknown;
}
