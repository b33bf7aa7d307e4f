import type { QueueCounts, QueueHealth, QueueName } from '@zhuqi/messaging';

/** A queue whose canary has not come through for this long may have stopped. */
const SILENT_AFTER_MS = 60_000;

/**
 * Tells a queue nobody consumes from one that is merely busy: a canary waits its turn behind a backlog, so its
 * silence counts only where jobs wait and none runs, at two looks in a row. Epoch milliseconds.
 */
export class QueueWatch {
  private readonly suspects = new Set<QueueName>();
  private readonly restartedAt = new Map<QueueName, number>();

  constructor(private readonly startedAt: number) {}

  /** Queues whose newest canary is too old; one that never came counts from the start of the consumers. */
  silent(health: readonly QueueHealth[], now: number): readonly QueueName[] {
    return health
      .filter(({ queue, lastCanaryAt }) => {
        const since = Math.max(lastCanaryAt ?? 0, this.restartedAt.get(queue) ?? this.startedAt);
        return now - since > SILENT_AFTER_MS;
      })
      .map(({ queue }) => queue);
  }

  /** Of the silent queues those that stand still at this look and stood still at the one before. */
  stopped(silent: readonly QueueName[], counts: readonly QueueCounts[]): readonly QueueName[] {
    const idle = counts
      .filter(({ waiting, active }) => waiting > 0 && active === 0)
      .map(({ queue }) => queue);
    const standing = silent.filter((queue) => idle.includes(queue));
    const again = standing.filter((queue) => this.suspects.has(queue));
    this.suspects.clear();
    for (const queue of standing) this.suspects.add(queue);
    return again;
  }

  /** A new consumer gets the time a first one has. */
  restarted(queue: QueueName, now: number): void {
    this.suspects.delete(queue);
    this.restartedAt.set(queue, now);
  }
}
