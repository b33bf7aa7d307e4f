import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

interface Description<L extends string> {
  /** Without the prefix `zhuqi_`; unit last, e.g. `http_request_seconds`. */
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly L[];
}

/** One measured value of a gauge. */
export interface Sample<L extends string = string> {
  readonly labels?: Readonly<Partial<Record<L, string>>>;
  readonly value: number;
}

/** The program's figures for Prometheus, with those of Node.js itself. One instance per process. */
export class Metrics {
  private readonly registry = new Registry();
  readonly contentType: string = this.registry.contentType;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  counter<L extends string = never>(description: Description<L>): Counter<L> {
    return new Counter(this.complete(description));
  }

  /** `buckets` in the unit of the name, ascending. */
  histogram<L extends string = never>(description: Description<L>, buckets: readonly number[]): Histogram<L> {
    return new Histogram({ ...this.complete(description), buckets: [...buckets] });
  }

  gauge<L extends string = never>(description: Description<L>): Gauge<L> {
    return new Gauge(this.complete(description));
  }

  /** A gauge read when somebody asks. When reading fails its values are left out, never shown stale. */
  observe<L extends string = never>(
    description: Description<L>,
    read: () => Promise<readonly Sample<L>[]>,
  ): void {
    const gauge: Gauge<L> = new Gauge({
      ...this.complete(description),
      collect: async () => {
        gauge.reset();
        // A gauge without labels shows 0 after a reset, which would be a lie until it is read.
        if (description.labels === undefined) gauge.remove();
        const samples = await read().catch(() => []);
        for (const { labels, value } of samples)
          gauge.set({ ...labels } as Partial<Record<L, string>>, value);
      },
    });
  }

  /** The exposition of `/metrics`. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  private complete<L extends string>({ name, help, labels = [] }: Description<L>) {
    return { name: `zhuqi_${name}`, help, labelNames: [...labels], registers: [this.registry] };
  }
}
