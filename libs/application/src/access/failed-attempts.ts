import { Injectable } from '@nestjs/common';
import { RealClock } from '../ports/real-clock';

interface Window {
  failures: number;
  endsAt: number;
}

const MOST_REMEMBERED = 20_000;

/**
 * Failures of this process by key (an unknown user name, a client's address) within a window.
 * Unknown names have no row to count on, yet must close like known ones or the difference would name the accounts.
 */
@Injectable()
export class FailedAttempts {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly clock: RealClock) {}

  /** Seconds until the key may try again; 0 when it may now. */
  lockedSeconds(key: string, limit: number): number {
    const window = this.current(key);
    if (window === undefined || window.failures < limit) return 0;
    return Math.ceil((window.endsAt - this.clock.now()) / 1_000);
  }

  record(key: string, windowSeconds: number): void {
    const window = this.current(key) ?? { failures: 0, endsAt: 0 };
    window.failures += 1;
    window.endsAt = this.clock.now() + windowSeconds * 1_000;
    this.windows.delete(key);
    this.windows.set(key, window);
    const [oldest] = this.windows.keys();
    if (this.windows.size > MOST_REMEMBERED && oldest !== undefined) this.windows.delete(oldest);
  }

  private current(key: string): Window | undefined {
    const window = this.windows.get(key);
    if (window !== undefined && window.endsAt > this.clock.now()) return window;
    this.windows.delete(key);
    return undefined;
  }
}
