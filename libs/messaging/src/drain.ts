import { setTimeout as pause } from 'node:timers/promises';
import type { QueueEngine } from './queue-engine';

const LOOK_EVERY_MS = 20;

/** Waits until nothing waits and nothing runs; jobs delayed until later do not count. Rejects after the timeout. */
export async function drain(engine: QueueEngine, timeoutMs: number): Promise<void> {
  const late = AbortSignal.timeout(timeoutMs);
  for (;;) {
    const counts = await engine.counts();
    const busy = counts.filter(({ waiting, active }) => waiting + active > 0);
    if (busy.length === 0) return;
    if (late.aborted) throw new Error(`queues still busy after ${timeoutMs} ms: ${JSON.stringify(busy)}`);
    await pause(LOOK_EVERY_MS);
  }
}
