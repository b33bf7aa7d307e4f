import type { RealClock } from '@zhuqi/application';

interface Kept<T> {
  readonly value: Promise<T>;
  readonly until: number;
}

const MOST_KEYS = 20_000;

/** Remembers what was read for a short while; concurrent readers of one key share one read, failures are forgotten. */
export class ExpiringMemory<T> {
  private readonly kept = new Map<string, Kept<T>>();

  constructor(
    private readonly clock: RealClock,
    private readonly forMs: number,
  ) {}

  get(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key);
    const now = this.clock.now();
    if (known !== undefined && known.until > now) return known.value;
    if (this.kept.size >= MOST_KEYS) this.kept.clear();
    const value = read();
    this.kept.set(key, { value, until: now + this.forMs });
    value.catch(() => this.kept.delete(key));
    return value;
  }
}
