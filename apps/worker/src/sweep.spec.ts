import {
  DueTickets,
  JobPublisher,
  RealClock,
  type CheckClocks,
  type DueTicket,
  type JobToPublish,
  type RouteTicket,
} from '@zhuqi/application';
import { Sweep } from './sweep';

const ticketId = (n: number): string => `01989f2e-7c1a-7000-8000-${String(n).padStart(12, '0')}`;

/** Tickets in the order of their numbers, read page by page as from the table. */
class District extends DueTickets {
  waiting: DueTicket[] = [];
  forgotten: string[] = [];

  async due(limit: number, after: DueTicket | null): Promise<readonly DueTicket[]> {
    return this.waiting
      .filter((ticket) => after === null || ticket.ticketId > after.ticketId)
      .slice(0, limit);
  }

  async unrouted(_seconds: number, limit: number, after: string | null): Promise<readonly string[]> {
    return this.forgotten.filter((id) => after === null || id > after).slice(0, limit);
  }
}

class Queue extends JobPublisher {
  answers = true;
  readonly asked: unknown[] = [];

  async publish(jobs: readonly JobToPublish[]): Promise<void> {
    if (!this.answers) throw new Error('nobody answers');
    this.asked.push(...jobs.flatMap(({ payload }) => (payload as { ticketIds: string[] }).ticketIds));
  }
}

class Watch extends RealClock {
  seconds = 0;
  now = (): number => this.seconds * 1_000;
}

describe('the sweep', () => {
  let district: District;
  let queue: Queue;
  let watch: Watch;
  let tried: string[];
  let works: (id: string) => boolean;
  let sweep: Sweep;

  const due = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ ticketId: ticketId(n), checkAt: 1 }));
  /** Seconds at which the sweep, looking every second, tried something itself. */
  const triedAt = async (untilSeconds: number): Promise<number[]> => {
    const moments: number[] = [];
    for (; watch.seconds <= untilSeconds; watch.seconds += 1) {
      tried = [];
      await sweep.tick();
      if (tried.length > 0) moments.push(watch.seconds);
    }
    return moments;
  };

  beforeEach(() => {
    [district, queue, watch, tried] = [new District(), new Queue(), new Watch(), []];
    works = () => true;
    const attempt = async (id: string): Promise<void> => {
      tried.push(id);
      if (!works(id)) throw new Error('poison');
    };
    const check = { execute: attempt } as unknown as CheckClocks;
    const route = { execute: (of: { ticketId: string }) => attempt(of.ticketId) } as unknown as RouteTicket;
    sweep = new Sweep(district, queue, watch, check, route);
    Reflect.set(sweep, 'log', { warn: () => undefined, error: () => undefined });
  });

  it('queues every due ticket once, however many there are', async () => {
    district.waiting = due(12_000);
    expect(await sweep.tick()).toBe(12_000);
    expect(await sweep.tick()).toBe(0);
    expect(queue.asked).toEqual(district.waiting.map((ticket) => ticket.ticketId));
  });

  it('tries a ticket that always fails more and more rarely, at last every ten minutes', async () => {
    district.waiting = due(1);
    works = () => false;
    expect(await triedAt(2_000)).toEqual([11, 22, 42, 82, 162, 322, 642, 1242, 1842]);
  });

  it('comes to the sound tickets behind those that always fail, without a queue as well', async () => {
    queue.answers = false;
    district.waiting = due(1_100);
    works = (id) => id >= ticketId(1_000);
    while ((await sweep.tick()) > 0);
    expect(tried).toEqual(district.waiting.map((ticket) => ticket.ticketId));
  });

  it('comes to the forgotten tickets behind those that can never be routed', async () => {
    district.forgotten = due(1_100).map((ticket) => ticket.ticketId);
    works = (id) => id >= ticketId(1_000);
    for (let look = 0; look < 3; look += 1) await sweep.tick();
    expect(tried).toEqual(district.forgotten);
  });

  it('stops after the ticket in hand when it is told to', async () => {
    queue.answers = false;
    district.waiting = due(10);
    const stopping = new AbortController();
    works = (id) => {
      if (id === ticketId(2)) stopping.abort();
      return true;
    };
    await sweep.tick(stopping.signal);
    expect(tried).toEqual([0, 1, 2].map(ticketId));
  });
});
