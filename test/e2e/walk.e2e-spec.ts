import { openDemoApp, type DemoApp } from '../support/demo-app';
import { hasRedis, REDIS_MISSING, startRedis, type TestRedis } from '../support/redis';

const PROBLEM = {
  title: '厂区供电频繁跳闸',
  description: '近一周三次跳闸，数控机床停机，交货受影响，盼协调供电公司检修专线。',
  category: 'utilities',
};
const YEAR = '/statistics/resolution?regionCode=220105&from=2023-01-01&to=2023-12-31';

const engines = [
  { engine: 'postgres', possible: true },
  { engine: 'redis', possible: hasRedis() },
] as const;

describe.each(engines)('the main job on $engine', ({ engine, possible }) => {
  const walk = possible ? it : it.skip;
  let redis: TestRedis | null = null;
  let demo!: DemoApp;

  beforeAll(async () => {
    if (!possible) return;
    if (engine === 'redis') redis = await startRedis();
    demo = await openDemoApp({ redisUrl: redis?.url });
  }, 120_000);

  afterAll(async () => {
    try {
      if (possible) await demo.close();
    } finally {
      await redis?.stop(); // also when the start failed: a child left behind would keep jest from ending
    }
  });

  const skipped = possible ? '' : ` (skipped: ${REDIS_MISSING})`;

  walk(
    `an enterprise's problem is routed, claimed, answered, confirmed, and the figure moves${skipped}`,
    async () => {
      expect(demo.engine.kind).toBe(engine);
      const [enterprise, officer, office] = [
        await demo.signIn('enterprise'),
        await demo.signIn('officer'),
        await demo.signIn('office'),
      ];
      expect((await office.get(YEAR)).body.total).toMatchObject({
        collected: 181,
        resolved: 161,
        rate: { numerator: 161, denominator: 181, display: '88.9%' },
      });

      const submitted = await enterprise.post('/tickets', PROBLEM);
      expect(submitted.status).toBe(201);
      expect(submitted.body).toMatchObject({ status: 'submitted', version: 1, severity: 'simple' });
      const { id } = submitted.body;
      await demo.settle();

      const routed = await officer.get(`/tickets/${id}`);
      expect(routed.body).toMatchObject({ status: 'dispatched', tier: 1, lamp: 'green' });
      expect(routed.headers['etag']).toBe('"v2"');
      expect(routed.body.holder.person.id).toBe(routed.body.officer.id);
      expect((await officer.get('/notices?unread=true')).body.items).toContainEqual(
        expect.objectContaining({ kind: 'assigned', ticket: expect.objectContaining({ id }) }),
      );

      expect((await officer.act(id, 'claim')).body).toMatchObject({ status: 'in_progress', version: 3 });
      const answered = await officer.act(id, 'answer', {
        outcome: 'resolved',
        route: '专员现场核实后协调供电公司检修专线',
        result: '已更换配电柜，连续三日未再跳闸',
      });
      expect(answered.body).toMatchObject({ status: 'answered', outcome: 'resolved', lamp: 'grey' });
      expect((await enterprise.act(id, 'confirm', { solved: 'yes', rating: 5 })).body).toMatchObject({
        status: 'closed',
        verdict: { solved: 'yes', rating: 5 },
      });

      expect((await office.get(YEAR)).body.total).toMatchObject({
        collected: 182,
        resolved: 162,
        rate: { display: '89.0%' },
      });
    },
  );

  walk(
    `a problem nobody acts on turns yellow, red, and rises into its leader's queue${skipped}`,
    async () => {
      const [enterprise, leader, office] = [
        await demo.signIn('enterprise'),
        await demo.signIn('leader'),
        await demo.signIn('office'),
      ];
      const { id } = (await enterprise.post('/tickets', { ...PROBLEM, title: '临电接引迟迟未办' })).body;
      await demo.settle();

      const lamps: string[] = [];
      const tiers: number[] = [];
      for (let day = 1; day <= 40 && (tiers.at(-1) ?? 0) < 4; day += 1) {
        await demo.advance({ advanceWorkdays: 1 });
        const { body } = await office.get(`/tickets/${id}`);
        if (lamps.at(-1) !== body.lamp) lamps.push(body.lamp);
        if (tiers.at(-1) !== body.tier) tiers.push(body.tier);
      }
      expect(lamps).toEqual(['green', 'yellow', 'red']);
      expect(tiers).toEqual([1, 2, 3, 4]);

      const queue = await leader.get('/escalations?state=open&limit=100');
      const mine = queue.body.items.filter((item: { ticket: { id: string } }) => item.ticket.id === id);
      expect(mine).toEqual([expect.objectContaining({ fromTier: 3, toTier: 4, cause: 'resolve_overdue' })]);
      expect(mine[0].overdueWorkingMinutes).toBeGreaterThan(0);
      expect((await leader.get('/notices?unread=true&limit=100')).body.items).toContainEqual(
        expect.objectContaining({ kind: 'escalated', ticket: expect.objectContaining({ id }) }),
      );
      const escalations = await demo.database.rows(
        'select from_tier, count(*)::int as times from escalation where ticket_id = $1 group by 1 order by 1',
        [id],
      );
      expect(escalations).toEqual([1, 2, 3].map((from_tier) => ({ from_tier, times: 1 })));
    },
  );
});
