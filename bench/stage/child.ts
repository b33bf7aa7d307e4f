import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** What a server under test is told, and what it answers; one question at a time. */
export type Order = Readonly<Record<string, unknown>> & { readonly order: string };

const living = new Set<Child>();

/** Ends whatever a bench that failed has left running. */
export function endChildren(): void {
  for (const child of living) child.kill();
}

/** A process of the bench's own. It ends with the bench, however that ends. */
export class Child {
  private constructor(private readonly process: ChildProcess) {
    living.add(this);
    process.once('exit', () => living.delete(this));
  }

  /** Runs `bench/stage/<program>` and waits for its first word. */
  static async start(program: string, order: Order): Promise<Child> {
    const flags = process.env['BENCH_CPU_PROF'] === program ? ['--cpu-prof', '--cpu-prof-dir=/tmp'] : [];
    const child = fork(resolve(__dirname, program), [], {
      serialization: 'advanced',
      execArgv: ['--enable-source-maps', ...flags],
    });
    const started = new Child(child);
    await started.tell(order);
    return started;
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  async tell<T>(order: Order): Promise<T> {
    const answer = await new Promise<{ ok?: T; failed?: string }>((resolve, reject) => {
      const ended = (): void => reject(new Error(`the process ended during '${order.order}'`));
      this.process.once('exit', ended);
      this.process.once('message', (message: { ok?: T; failed?: string }) => {
        this.process.off('exit', ended);
        resolve(message);
      });
      this.process.send(order);
    });
    if (answer.failed !== undefined) throw new Error(answer.failed);
    return answer.ok as T;
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.disconnect();
    await ended;
  }
}

/** The other side: carries out orders until the bench hangs up. */
export function obey(orders: Readonly<Record<string, (order: Order) => unknown>>, end: () => unknown): void {
  process.on('message', (order: Order) => {
    Promise.resolve()
      .then(() => orders[order.order]?.(order))
      .then(
        (ok) => process.send?.({ ok }),
        (error: unknown) => process.send?.({ failed: error instanceof Error ? error.stack : String(error) }),
      );
  });
  process.on('disconnect', () => {
    void Promise.resolve(end()).finally(() => process.exit(0));
  });
}
