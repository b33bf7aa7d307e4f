import type { INestApplicationContext } from '@nestjs/common';
import type { HealthCheck } from '@zhuqi/api';
import { Consumers } from '@zhuqi/worker';

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
