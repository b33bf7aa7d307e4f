import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { JobToPublish } from '@zhuqi/application';
import { jobToPublish, type JobHandlers, type WorkerOptions } from '@zhuqi/messaging';

/** A handler set in which a test replaces the handler it is about. */
export const handlersWith = (own: Partial<JobHandlers>): JobHandlers => ({
  'ticket.route': async () => 'done',
  'clock.check': async () => 'done',
  'notice.deliver': async () => 'done',
  ...own,
});

/** Short locks, so that an abandoned job is found within the patience of a test. */
export const BRISK: WorkerOptions = {
  concurrency: { routing: 2, sla: 2, notices: 2, reports: 1 },
  lockMs: 1_000,
  stalledCheckMs: 300,
};

/** A routing job of its own outbox row. */
export function routing(outboxId = v7()): JobToPublish {
  return jobToPublish('ticket.route', { outboxId, ticketId: v7() }, { id: `route-${outboxId}` });
}

/** Waits until it is so; fails after 15 s. */
export async function eventually(isSo: () => boolean): Promise<void> {
  const late = AbortSignal.timeout(15_000);
  while (!isSo()) {
    if (late.aborted) throw new Error(`never became so: ${isSo.toString()}`);
    await pause(10);
  }
}

/** Tries until it succeeds; fails after 15 s. */
export async function eventuallyDone(attempt: () => Promise<unknown>): Promise<void> {
  const late = AbortSignal.timeout(15_000);
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (late.aborted) throw error;
      await pause(50);
    }
  }
}

/** How long the work takes, whether it succeeds or fails, in milliseconds. */
export async function duration(work: Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work.catch(() => undefined);
  return performance.now() - begun;
}
