import { Inject, Injectable, type OnModuleInit, Optional } from '@nestjs/common';
import {
  FigureRollup,
  Installation,
  type InstallationState,
  SweepLease,
  type SweepState,
} from '@zhuqi/application';
import { SECOND_MS } from '@zhuqi/domain';
import { type QueueCounts, QueueEngine } from '@zhuqi/messaging';
import { Metrics } from '@zhuqi/platform';

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const satisfies readonly (keyof QueueCounts)[];

/** What waits, read when Prometheus asks. */
@Injectable()
export class Gauges implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly installation: Installation,
    private readonly sweep: SweepLease,
    private readonly rollup: FigureRollup,
    @Optional() @Inject(QueueEngine) private readonly queues?: QueueEngine,
  ) {}

  onModuleInit(): void {
    this.metrics.observe(
      { name: 'open_tickets', help: 'Tickets somebody still has to act on.' },
      async () => [{ value: (await this.installation.backlog()).openTickets }],
    );
    this.metrics.observe(
      { name: 'outbox_unfinished', help: 'Outbox rows no consumer has finished.' },
      async () => [{ value: (await this.installation.backlog()).unfinishedOutbox }],
    );
    this.metrics.observe(
      { name: 'storm_brake', help: '1 while the storm brake holds after an outage.' },
      async () => [{ value: ((await this.sweep.state())?.storm ?? null) === null ? 0 : 1 }],
    );
    this.metrics.observe(
      { name: 'storm_brake_tickets', help: 'Due tickets the storm brake holds back.' },
      async () => [{ value: (await this.sweep.state())?.storm?.left ?? 0 }],
    );
    this.metrics.observe(
      { name: 'sweep_idle_seconds', help: 'Since a worker last looked for due clocks.' },
      async () => idleSeconds(await this.sweep.state()),
    );
    this.metrics.observe(
      { name: 'ledger_tail', help: 'Postings that are not in the rollup of the figures yet.' },
      async () => [{ value: (await this.rollup.backlog()).waiting }],
    );
    this.metrics.observe(
      { name: 'verify_faults', help: 'Faults the last nightly verification found.' },
      async () => faultsOf(await this.installation.state()),
    );
    const queues = this.queues;
    if (queues === undefined) return;
    this.metrics.observe(
      { name: 'queue_jobs', help: 'Jobs by queue and state.', labels: ['queue', 'state'] },
      async () => (await queues.counts()).flatMap(samplesOf),
    );
  }
}

/** No sample while nobody has ever looked. */
const idleSeconds = (state: SweepState | null) =>
  state === null ? [] : [{ value: Math.round(state.idleMs / SECOND_MS) }];

/** No sample before the first night. */
const faultsOf = ({ verified }: InstallationState) => (verified === null ? [] : [{ value: verified.faults }]);

const samplesOf = (counts: QueueCounts) =>
  STATES.map((state) => ({ labels: { queue: counts.queue, state }, value: counts[state] }));
