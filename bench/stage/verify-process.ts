import { performance } from 'node:perf_hooks';
import { EventLogAudit, RollupAudit } from '@zhuqi/application';
import { withPersistence } from '@zhuqi/persistence';
import { RealTimeModule } from '@zhuqi/platform';
import { obey, type Order } from './child';

/** What one run took, and what it said. */
export interface VerifyRun<T> {
  readonly result: T;
  readonly tookMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
}

/** The audits as `zhuqi verify` runs them, in a process of its own so that its memory is its own. */
const AUDITS = { log: EventLogAudit, rollup: RollupAudit } as const;

function run({ url, which }: Order): Promise<VerifyRun<unknown>> {
  const audit = AUDITS[which as keyof typeof AUDITS];
  return withPersistence({ url: String(url), modules: [RealTimeModule] }, async (ports) => {
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    const result = await ports.get<{ inspect(most: number): Promise<unknown> }>(audit).inspect(5);
    const { user, system } = process.cpuUsage(cpu);
    return {
      ...{ result, tookMs: performance.now() - began, cpuMs: (user + system) / 1_000 },
      peakMb: process.resourceUsage().maxRSS / 1_024,
    };
  });
}

obey({ ready: () => undefined, run }, () => undefined);
