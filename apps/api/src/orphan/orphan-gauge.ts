import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FindOrphans, ORPHAN_KIND_NAMES, RealClock } from '@zhuqi/application';
import { Metrics } from '@zhuqi/platform';

const KEPT_FOR_MS = 60_000;

interface Sample {
  readonly labels: { readonly kind: string };
  readonly value: number;
}

/** How much nobody answers for. The search reads whole tables, so it is kept for a minute whoever asks. */
@Injectable()
export class OrphanGauge implements OnModuleInit {
  private kept: { readonly at: number; readonly samples: readonly Sample[] } | null = null;

  constructor(
    private readonly metrics: Metrics,
    private readonly orphans: FindOrphans,
    private readonly clock: RealClock,
  ) {}

  onModuleInit(): void {
    this.metrics.observe(
      { name: 'orphans', help: 'What nobody answers for, by kind.', labels: ['kind'] },
      async () => [...(await this.samples())],
    );
  }

  private async samples(): Promise<readonly Sample[]> {
    const now = this.clock.now();
    if (this.kept !== null && now - this.kept.at < KEPT_FOR_MS) return this.kept.samples;
    const counts = await this.orphans.counts();
    const samples = ORPHAN_KIND_NAMES.map((kind) => ({ labels: { kind }, value: counts[kind] }));
    this.kept = { at: now, samples };
    return samples;
  }
}
