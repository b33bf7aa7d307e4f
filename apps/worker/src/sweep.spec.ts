import {
  DueTickets,
  JobPublisher,
  RealClock,
  SweepLease,
  type CheckClocks,
  type DueTicket,
  type JobToPublish,
  type RouteTicket,
  type SweepState,
  type SweepTurn,
} from '@zhuqi/application';
import { Checks } from './checks';
import { ForgottenRoutes } from './forgotten-routes';
import { StormBrake } from './storm-brake';
import { Sweep } from './sweep';
import { Turn } from './turn';

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

/** One row, by the watch everybody looks at. */
class Lease extends SweepLease {
  holder: string | null = null;
  until = 0;
  sweptAt: number | null = null;
  left: number | null = null;
  renewals = 0;

  constructor(private readonly watch: Watch) {
    super();
  }

  async hold(holder: string, forMs: number): Promise<SweepTurn | null> {
    const now = this.watch.now();
    if (this.holder !== null && this.holder !== holder && this.until > now) return null;
    const idleMs = this.sweptAt === null ? null : now - this.sweptAt;
    [this.holder, this.until] = [holder, now + forMs];
    this.sweptAt ??= now;
    this.renewals += 1;
    return { idleMs, storm: this.left !== null };
  }

  async looked(): Promise<void> {
    this.sweptAt = this.watch.now();
  }

  async brake(_holder: string, left: number | null): Promise<void> {
    this.left = left;
  }

  async release(holder: string): Promise<void> {
    if (holder === this.holder) this.until = this.watch.now();
  }

  async state(): Promise<SweepState | null> {
    return null;
  }
}

const silent = { warn: () => undefined, error: () => undefined };

describe('the sweep', () => {
  let district: District;
  let queue: Queue;
  let watch: Watch;
  let tried: string[];
  let works: (id: string) => boolean;
  let lease: Lease;
  let sweep: Sweep;

  /** Another worker on the same lease and the same tickets. */
  const worker = (): Sweep => {
    const attempt = async (id: string): Promise<void> => {
      tried.push(id);
      if (!works(id)) throw new Error('poison');
    };
    const check = { execute: attempt } as unknown as CheckClocks;
    const route = { execute: (of: { ticketId: string }) => attempt(of.ticketId) } as unknown as RouteTicket;
    const settings = { sweepSeconds: 1, timers: false };
    const turn = new Turn(lease, watch);
    const checks = new Checks(queue, watch, check);
    const forgotten = new ForgottenRoutes(district, watch, route);
    const brake = new StormBrake(turn, watch, settings);
    for (const each of [checks, forgotten, brake]) Reflect.set(each, 'log', silent);
    return new Sweep(district, turn, brake, checks, forgotten);
  };

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
    lease = new Lease(watch);
    sweep = worker();
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

  describe('of several workers', () => {
    it('is one worker’s; another takes over when that one has been silent for ten seconds', async () => {
      district.waiting = due(3);
      const other = worker();
      expect([await sweep.tick(), await other.tick()]).toEqual([3, 0]);
      watch.seconds = 9;
      expect(await other.tick()).toBe(0);
      watch.seconds = 10;
      expect(await other.tick()).toBe(3);
      expect(await sweep.tick()).toBe(0);
    });

    it('is the other’s at once when the one is stopped in order', async () => {
      district.waiting = due(3);
      const other = worker();
      await sweep.tick();
      await sweep.beforeApplicationShutdown();
      expect([await sweep.tick(), await other.tick()]).toEqual([0, 3]);
    });

    it('is kept during a long look, and ended when it was lost all the same', async () => {
      queue.answers = false;
      district.waiting = due(100);
      works = () => {
        watch.seconds += 1;
        return true;
      };
      await sweep.tick();
      expect(tried).toHaveLength(100);
      expect(lease.renewals).toBeGreaterThan(30);
      tried = [];
      works = () => {
        watch.seconds += 4;
        lease.holder = 'another'; // as after a long stop of the whole machine
        lease.until = Infinity;
        return true;
      };
      district.waiting = district.waiting.map(({ ticketId: id }) => ({ ticketId: id, checkAt: 2 }));
      await sweep.tick();
      expect(tried).toHaveLength(1);
    });
  });

  describe('after an outage', () => {
    const OUTAGE_SECONDS = 601;
    const backAfter = async (seconds: number, count: number): Promise<number> => {
      await sweep.tick();
      watch.seconds += seconds;
      district.waiting = due(count);
      return sweep.tick();
    };

    it('lets more than a thousand tickets through oldest first, six hundred a minute, and says what is left', async () => {
      expect(await backAfter(OUTAGE_SECONDS, 1_001)).toBe(0);
      expect(queue.asked).toEqual(district.waiting.slice(0, 10).map((ticket) => ticket.ticketId));
      expect(lease.left).toBe(991);
      for (let second = 1; second <= 60; second += 1) {
        watch.seconds += 1;
        await sweep.tick();
      }
      expect(queue.asked).toEqual(district.waiting.slice(0, 610).map((ticket) => ticket.ticketId));
      for (let second = 1; second <= 40; second += 1) {
        watch.seconds += 1;
        await sweep.tick();
      }
      expect(queue.asked).toEqual(district.waiting.map((ticket) => ticket.ticketId));
      expect(lease.left).toBeNull();
    });

    it('is not forgotten by a look that did not get through', async () => {
      await sweep.tick();
      watch.seconds += OUTAGE_SECONDS;
      district.waiting = due(5_000);
      const { due: read } = district;
      district.due = () => Promise.reject(new Error('canceling statement due to statement timeout'));
      await expect(sweep.tick()).rejects.toThrow('timeout');
      district.due = read;
      watch.seconds += 1;
      expect([await sweep.tick(), lease.left]).toEqual([0, 4_990]);
    });

    it('does not save up what it could have let through while nobody looked', async () => {
      await backAfter(OUTAGE_SECONDS, 5_000);
      watch.seconds += 300;
      await sweep.tick();
      expect(queue.asked).toHaveLength(110);
    });

    it('is gone on with by the worker that takes over', async () => {
      await backAfter(OUTAGE_SECONDS, 5_000);
      watch.seconds += 20;
      await worker().tick();
      expect(lease.left).toBe(4_990);
    });

    it('is no matter when it was short, when little is due, or when nobody has ever swept', async () => {
      expect(await sweep.tick()).toBe(0);
      lease.sweptAt = null;
      district.waiting = due(5_000);
      expect(await sweep.tick()).toBe(5_000);
      district.waiting = [];
      expect(await backAfter(600, 5_000)).toBe(5_000);
      district.waiting = [];
      expect(await backAfter(OUTAGE_SECONDS, 1_000)).toBe(1_000);
      expect(lease.left).toBeNull();
    });
  });
});
