import { Inject, Injectable, type OnModuleInit, Optional } from '@nestjs/common';
import { Installation } from '@zhuqi/application';
import { type QueueCounts, QueueEngine } from '@zhuqi/messaging';
import { Metrics } from '@zhuqi/platform';

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const satisfies readonly (keyof QueueCounts)[];

/** What waits, read when Prometheus asks. */
@Injectable()
export class Gauges implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly installation: Installation,
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
    const queues = this.queues;
    if (queues === undefined) return;
    this.metrics.observe(
      { name: 'queue_jobs', help: 'Jobs by queue and state.', labels: ['queue', 'state'] },
      async () => (await queues.counts()).flatMap(samplesOf),
    );
  }
}

const samplesOf = (counts: QueueCounts) =>
  STATES.map((state) => ({ labels: { queue: counts.queue, state }, value: counts[state] }));
