import { Inject, Injectable, Optional } from '@nestjs/common';
import { Installation, type InstallationState, RealClock, SweepLease } from '@zhuqi/application';
import { QueueEngine } from '@zhuqi/messaging';
import { FurtherChecks, type HealthCheck, type HealthFinding } from './health-check';
import { findingsOf } from './installation-findings';
import { sweepFinding } from './sweep-finding';

export interface Readiness {
  readonly ready: boolean;
  readonly checks: readonly HealthFinding[];
  /** Epoch milliseconds; null while PostgreSQL does not answer. */
  readonly businessNow: number | null;
  readonly demo: boolean | null;
}

/** Whether the program can take work, and if not, which part is missing. */
@Injectable()
export class ReadinessProbe {
  constructor(
    private readonly installation: Installation,
    private readonly clock: RealClock,
    private readonly further: FurtherChecks,
    private readonly sweep: SweepLease,
    @Optional() @Inject(QueueEngine) private readonly queues?: QueueEngine,
  ) {}

  async read(): Promise<Readiness> {
    const [database, ...others] = await Promise.all([
      this.database(),
      looked({ name: 'sweep', optional: true, look: async () => sweepFinding(await this.sweep.state()) }),
      ...(this.queues === undefined ? [] : [looked(queueCheck(this.queues))]),
      ...this.further.checks.map(looked),
    ]);
    const checks = [...database.findings, ...others];
    return {
      ready: checks.every(({ ok, optional }) => ok || optional === true),
      checks,
      businessNow: database.state?.businessNow ?? null,
      demo: database.state?.demo ?? null,
    };
  }

  private async database(): Promise<{ findings: HealthFinding[]; state: InstallationState | null }> {
    try {
      const asked = this.clock.now();
      const state = await this.installation.state();
      const midway = (asked + this.clock.now()) / 2;
      const answered = { name: 'database', ok: true, detail: '数据库正常应答' };
      return { findings: [answered, ...findingsOf(state, midway)], state };
    } catch {
      return {
        findings: [{ name: 'database', ok: false, detail: '数据库无应答，恢复后会自动继续' }],
        state: null,
      };
    }
  }
}

/** Without the queue problems are still taken in, and the sweep does its work itself, up to 30 s later. */
const queueCheck = (queues: QueueEngine): HealthCheck => ({
  name: 'queues',
  optional: true,
  async look() {
    await queues.ping();
    return { ok: true, detail: `任务队列（${queues.kind === 'redis' ? 'Redis' : 'PostgreSQL'}）正常应答` };
  },
});

async function looked(check: HealthCheck): Promise<HealthFinding> {
  try {
    return { name: check.name, ...(await check.look()), ...optionalOf(check) };
  } catch {
    return { name: check.name, ok: false, detail: '无应答', ...optionalOf(check) };
  }
}

const optionalOf = ({ optional }: HealthCheck): { optional?: true } =>
  optional === true ? { optional } : {};
