import type { INestApplicationContext } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { HealthCheck } from '@zhuqi/api';
import { Consumers } from '@zhuqi/worker';

const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 10_000;

/** In one process API and worker stand and fall together: not ready until the consumers have started. */
export const workerCheck = (app: () => INestApplicationContext | null): HealthCheck => ({
  name: 'worker',
  async look() {
    const health = await app()?.get(Consumers, { strict: false }).health();
    return health === null || health === undefined
      ? { ok: false, detail: '后台任务正在启动' }
      : { ok: true, detail: '后台任务正在运行' };
  },
});

/** Waits for the consumers, but not for ever: a queue that does not answer must not hide that the rest is up. */
export async function untilConsuming(app: INestApplicationContext): Promise<boolean> {
  const late = AbortSignal.timeout(PATIENCE_MS);
  const check = workerCheck(() => app);
  while (!late.aborted) {
    if ((await check.look()).ok) return true;
    await pause(LOOK_EVERY_MS);
  }
  return false;
}
