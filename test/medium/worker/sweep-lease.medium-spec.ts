import { SweepLease } from '@zhuqi/application';
import request from 'supertest';
import { openDemoApp, type DemoApp } from '../../support/demo-app';
import { brokenInvariants } from '../../support/invariants';
import { hasRedis, REDIS_MISSING, startRedis, type TestRedis } from '../../support/redis';

describe('the lease of the sweep', () => {
  let demo: DemoApp;
  let lease: SweepLease;
  beforeAll(async () => {
    demo = await openDemoApp({ consumers: false });
    lease = demo.app.get(SweepLease, { strict: false });
  }, 120_000);
  afterAll(() => demo.close());

  const passes = (seconds: number): Promise<unknown> =>
    demo.database.rows(
      `update sweep_lease set until = until - $1 * interval '1 second', swept_at = swept_at - $1 * interval '1 second'`,
      [seconds],
    );

  it('has never been held at first', async () => {
    await demo.database.rows('delete from sweep_lease');
    expect(await lease.state()).toBeNull();
  });

  it('is one worker’s of twenty that ask at once, and renewed by that one only', async () => {
    await demo.database.rows('delete from sweep_lease');
    const names = Array.from({ length: 20 }, (_, n) => `worker ${String(n)}`);
    const turns = await Promise.all(names.map((name) => lease.hold(name, 10_000)));
    const holders = names.filter((_, n) => turns[n] !== null);
    expect(holders).toHaveLength(1);
    const [holder = ''] = holders;
    expect((await lease.state())?.holder).toBe(holder);
    expect(await lease.hold(holder, 10_000)).toMatchObject({ storm: false });
    expect(await lease.hold('a stranger', 10_000)).toBeNull();
  });

  it('passes on when it has run out, with how long nobody looked, and at once when it is given up', async () => {
    await demo.database.rows('delete from sweep_lease');
    expect(await lease.hold('first', 10_000)).toEqual({ idleMs: null, storm: false });
    await passes(700);
    expect((await lease.state())?.holder).toBeNull();
    const turn = await lease.hold('second', 10_000);
    expect(turn?.idleMs).toBeGreaterThanOrEqual(700_000);
    expect(turn?.idleMs).toBeLessThan(720_000);
    await lease.release('first');
    expect(await lease.hold('first', 10_000)).toBeNull();
    await lease.release('second');
    expect(await lease.hold('first', 10_000)).not.toBeNull();
  });

  it('keeps the brake for whoever sweeps next, and takes nobody else’s word for it', async () => {
    await demo.database.rows('delete from sweep_lease');
    await lease.hold('first', 10_000);
    await lease.brake('first', 70);
    const since = (await lease.state())?.storm?.since;
    await lease.brake('first', 60);
    await lease.brake('a stranger', null);
    expect((await lease.state())?.storm).toEqual({ since, left: 60 });
    await lease.release('first');
    expect(await lease.hold('second', 10_000)).toMatchObject({ storm: true });
    await lease.brake('second', null);
    expect((await lease.state())?.storm).toBeNull();
  });
});

describe.each(['PostgreSQL', 'Redis'] as const)('after an outage, on %s', (engine) => {
  const missing = engine === 'Redis' && !hasRedis();
  let demo: DemoApp;
  let redis: TestRedis | null = null;
  beforeAll(async () => {
    if (missing) return;
    redis = engine === 'Redis' ? await startRedis() : null;
    demo = await openDemoApp({ redisUrl: redis?.url, storm: { stormTickets: 5, stormPerMinute: 180 } });
  }, 120_000);
  afterAll(async () => {
    if (missing) return;
    await demo.close();
    await redis?.stop();
  });

  const health = async () => {
    const { body, status } = await request(demo.app.getHttpServer()).get('/health/ready');
    return { status, sweep: body.checks.find(({ name }: { name: string }) => name === 'sweep') };
  };
  const gauge = async (name: string): Promise<string | undefined> => {
    const { text } = await request(demo.app.getHttpServer()).get('/metrics');
    return new RegExp(`^zhuqi_${name} (.*)$`, 'm').exec(text)?.[1];
  };
  const dueCount = async (): Promise<number> =>
    (
      await demo.database.rows<{ n: number }>(
        'select count(*)::int as n from ticket where next_check_at <= business_now()',
      )
    )[0]?.n ?? 0;

  (missing ? it.skip : it)(
    missing
      ? REDIS_MISSING
      : 'tickets rise oldest first at a bounded rate, each once, and everybody can see it',
    async () => {
      await demo.sweep.tick();
      expect(await health()).toMatchObject({ status: 200, sweep: { ok: true, optional: true } });
      expect(await gauge('storm_brake')).toBe('0');
      await (await demo.signIn('admin')).post('/demo/clock', { advanceWorkdays: 12 });
      await demo.database.rows(`update sweep_lease set swept_at = swept_at - interval '11 minutes'`);
      const waiting = await dueCount();
      const oldest = await demo.database.rows<{ id: string }>(
        'select id from ticket where next_check_at <= business_now() order by next_check_at, id limit 3',
      );
      expect(waiting).toBeGreaterThan(5);

      expect(await demo.sweep.tick()).toBe(0);
      await demo.settle();
      expect(await dueCount()).toBe(waiting - 3);
      const done = await demo.database.rows<{ id: string }>(
        'select id from ticket where id = any($1) and not coalesce(next_check_at <= business_now(), false)',
        [oldest.map(({ id }) => id)],
      );
      expect(done).toHaveLength(3);
      const reported = await health();
      expect(reported).toMatchObject({ status: 200, sweep: { ok: false, optional: true } });
      expect(reported.sweep.detail).toContain(`还有 ${String(waiting - 3)} 件`);
      expect(await gauge('storm_brake')).toBe('1');
      expect(await gauge('storm_brake_tickets')).toBe(String(waiting - 3));

      const lease = demo.app.get(SweepLease, { strict: false });
      for (let storm = true; storm; storm = ((await lease.state())?.storm ?? null) !== null)
        await demo.sweep.tick();
      await demo.settle();
      expect(await dueCount()).toBe(0);
      expect((await health()).sweep.ok).toBe(true);
      expect(await brokenInvariants(demo.database)).toEqual({});
    },
    60_000,
  );
});
