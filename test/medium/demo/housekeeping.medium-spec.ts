import { Outbox } from '@zhuqi/application';
import { openDemoApp, type DemoApp } from '../../support/demo-app';

const PROBLEM = { title: '招工困难', description: '缺焊工十二名。', category: 'labour' };
const KEEP_HOURS = 72;

describe('housekeeping', () => {
  let demo: DemoApp;

  beforeAll(async () => {
    demo = await openDemoApp();
  }, 120_000);

  afterAll(() => demo.close());

  it('removes what was finished long ago, and nothing that still waits', async () => {
    const enterprise = await demo.signIn('enterprise');
    await enterprise.post('/tickets', PROBLEM, { 'idempotency-key': 'old' });
    await demo.database.rows(`update outbox set finished_at = clock_timestamp() - interval '73 hours'
      where finished_at is not null`);
    await demo.database.rows(`update idempotency set created_at = created_at - interval '73 hours'`);
    const [before] = await demo.database.rows<{ finished: number; waiting: number }>(
      `select count(finished_at)::int as finished, count(*) filter (where finished_at is null)::int as waiting
       from outbox`,
    );
    expect(before?.waiting).toBeGreaterThan(0);
    expect(await demo.app.get(Outbox).prune(KEEP_HOURS)).toBe((before?.finished ?? 0) + 1);
    expect(await demo.app.get(Outbox).backlog()).toMatchObject({ waiting: before?.waiting });
    expect(await demo.app.get(Outbox).prune(KEEP_HOURS)).toBe(0);
  });

  it('shows the administrator failed jobs and nobody else', async () => {
    const [admin, office] = [await demo.signIn('admin'), await demo.signIn('office')];
    await demo.engine.publish([{ name: 'ticket.route', id: 'broken-1', payload: { ticketId: 'no id' } }]);
    await demo.settle();
    const { body } = await admin.get('/jobs/failed');
    expect(body.items).toEqual([
      expect.objectContaining({ id: 'broken-1', queue: 'routing', name: 'ticket.route' }),
    ]);
    expect((await office.get('/jobs/failed')).status).toBe(403);
    expect((await admin.post('/jobs/broken-1/retry')).status).toBe(204);
    expect((await admin.post('/jobs/nothing/retry')).body.code).toBe('resource.not_found');
  });
});
