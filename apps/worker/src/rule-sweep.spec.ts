import {
  JobPublisher,
  RealClock,
  RunningTickets,
  type CheckClocks,
  type JobToPublish,
  type OutdatedTicket,
  type RunningTicket,
} from '@zhuqi/application';
import { MAX_TICKETS_PER_CHECK } from '@zhuqi/messaging';
import { RuleSweep } from './rule-sweep';
import type { Turn } from './turn';

const idOf = (n: number): string => `01989f2e-7c1a-7000-8000-${String(n).padStart(12, '0')}`;

class District extends RunningTickets {
  behind: OutdatedTicket[] = [];

  async page(): Promise<readonly RunningTicket[]> {
    return [];
  }

  async outdated(limit: number, after: OutdatedTicket | null): Promise<readonly OutdatedTicket[]> {
    return this.behind.filter(({ ticketId }) => after === null || ticketId > after.ticketId).slice(0, limit);
  }

  async countOutdated(): Promise<number> {
    return this.behind.length;
  }
}

class Queue extends JobPublisher {
  answers = true;
  readonly jobs: string[][] = [];

  async publish(jobs: readonly JobToPublish[]): Promise<void> {
    if (!this.answers) throw new Error('nobody answers');
    this.jobs.push(...jobs.map(({ payload }) => (payload as { ticketIds: string[] }).ticketIds));
  }
}

class Watch extends RealClock {
  seconds = 0;
  now = (): number => this.seconds * 1_000;
}

describe('the sweep of changed rules', () => {
  let district: District;
  let queue: Queue;
  let watch: Watch;
  let checked: string[];
  let sweep: RuleSweep;
  let mine: boolean;

  const behind = (count: number, rules = '2:'): OutdatedTicket[] =>
    Array.from({ length: count }, (_, n) => ({ ticketId: idOf(n), rules }));

  beforeEach(() => {
    [district, queue, watch, checked, mine] = [new District(), new Queue(), new Watch(), [], true];
    const check = {
      execute: async (id: string) => {
        checked.push(id);
        if (id === idOf(1)) throw new Error('poison');
      },
    } as unknown as CheckClocks;
    const turn = { goesOn: () => Promise.resolve(mine) } as unknown as Turn;
    sweep = new RuleSweep(district, queue, watch, check, turn);
    Reflect.set(sweep, 'log', { warn: () => undefined, error: () => undefined });
  });

  it('leaves it to another worker whose turn it is', async () => {
    [district.behind, mine] = [behind(3), false];
    expect([await sweep.tick(), queue.jobs]).toEqual([0, []]);
  });

  it('queues everything that lags behind, however much it is, once and by the dozen', async () => {
    district.behind = behind(12_000);
    expect(await sweep.tick()).toBe(12_000);
    expect(await sweep.tick()).toBe(0);
    expect(new Set(queue.jobs.flat()).size).toBe(12_000);
    expect(Math.max(...queue.jobs.map(({ length }) => length))).toBeLessThanOrEqual(MAX_TICKETS_PER_CHECK);
  });

  it('queues again what has waited for half a minute, and at once for another change', async () => {
    district.behind = behind(2);
    const queued: number[] = [];
    for (; watch.seconds <= 65; watch.seconds += 1) {
      if (watch.seconds === 40) district.behind = behind(2, '3:');
      if ((await sweep.tick()) > 0) queued.push(watch.seconds);
    }
    expect(queued).toEqual([0, 31, 40]);
  });

  it('forgets what has followed', async () => {
    district.behind = behind(1);
    await sweep.tick();
    district.behind = [];
    await sweep.tick();
    district.behind = behind(1);
    expect(await sweep.tick()).toBe(1);
  });

  it('does the work itself while the queue refuses, and one failure keeps nobody from their turn', async () => {
    queue.answers = false;
    district.behind = behind(4);
    expect(await sweep.tick()).toBe(4);
    expect(checked).toEqual([0, 1, 2, 3].map(idOf));
  });

  it('stops on the signal', async () => {
    queue.answers = false;
    district.behind = behind(4);
    const stop = new AbortController();
    stop.abort();
    expect(await sweep.tick(stop.signal)).toBe(0);
    expect(checked).toEqual([]);
  });
});
