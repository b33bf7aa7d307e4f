const FIRST_MS = 10_000;
const LONGEST_MS = 600_000;

/** What has failed here and when its turn comes again: after 10 s, 20 s, 40 s, … 10 min at most. Milliseconds. */
export class BackOff {
  private readonly failures = new Map<string, { readonly again: number; readonly waitMs: number }>();

  /** Never failed, or waited long enough. */
  mayTry(id: string, now: number): boolean {
    return now >= (this.failures.get(id)?.again ?? now);
  }

  failed(id: string, now: number): void {
    const before = this.failures.get(id)?.waitMs;
    const waitMs = before === undefined ? FIRST_MS : Math.min(before * 2, LONGEST_MS);
    this.failures.set(id, { again: now + waitMs, waitMs });
  }

  succeeded(id: string): void {
    this.failures.delete(id);
  }

  /** What is no longer found has been done by somebody. */
  keepOnly(found: ReadonlySet<string>): void {
    for (const id of this.failures.keys()) if (!found.has(id)) this.failures.delete(id);
  }
}
