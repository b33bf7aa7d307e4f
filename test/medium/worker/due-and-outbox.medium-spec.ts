import { DueTickets, Outbox, type DueTicket } from '@zhuqi/application';
import { openDemoApp, type DemoApp } from '../../support/demo-app';

const HALF_A_MINUTE_MS = 30_000;

describe('what the worker reads from the database', () => {
  let demo: DemoApp;
  beforeAll(async () => {
    demo = await openDemoApp({ consumers: false });
  }, 120_000);
  afterAll(() => demo.close());

  it('sends an unfinished message again after 30 s, a minute, two minutes … and at last 64 minutes', async () => {
    const outbox = demo.app.get(Outbox, { strict: false });
    const [message] = await demo.database.rows<{ id: string }>('select id from outbox order by id limit 1');
    const id = message?.id ?? '';
    const waits: number[] = [];
    for (const attempts of [0, 1, 2, 7, 19]) {
      await demo.database.rows('update outbox set finished_at = null, attempts = $2 where id = $1', [
        id,
        attempts,
      ]);
      await outbox.markSent([id], HALF_A_MINUTE_MS);
      const [row] = await demo.database.rows<{ seconds: number }>(
        'select round(extract(epoch from available_at - sent_at))::int as seconds from outbox where id = $1',
        [id],
      );
      waits.push(row?.seconds ?? 0);
    }
    expect(waits).toEqual([30, 60, 120, 3_840, 3_840]);
  });

  it('does not count a message that was leased and never sent', async () => {
    const outbox = demo.app.get(Outbox, { strict: false });
    await demo.database.rows('update outbox set finished_at = null, attempts = 0, available_at = now()');
    const leased = async () => (await outbox.lease(1, 0, 'all')).map(({ attempts }) => attempts);
    expect([await leased(), await leased()]).toEqual([[1], [1]]);
    await demo.database.rows('update outbox set finished_at = now()');
  });

  it('reads due tickets page by page: each once, the oldest first, also those due at one moment', async () => {
    const tickets = demo.app.get(DueTickets, { strict: false });
    await demo.database.rows(`update ticket set next_check_at = timestamptz '2020-01-01 08:00:00.123+08'
      + (n % 3) * interval '1 millisecond' from (select id, row_number() over (order by id) n from ticket limit 10) t
      where ticket.id = t.id`);
    const all = await tickets.due(1_000, null);
    const paged: DueTicket[] = [];
    for (
      let page = await tickets.due(3, null);
      page.length > 0;
      page = await tickets.due(3, paged.at(-1) ?? null)
    )
      paged.push(...page);
    expect(all.length).toBeGreaterThanOrEqual(10);
    expect(paged).toEqual(all);
  });

  it('reads unrouted tickets page by page', async () => {
    const tickets = demo.app.get(DueTickets, { strict: false });
    const enterprise = await demo.signIn('enterprise');
    const problem = { title: '厂区道路积水', description: '雨后无法进出货车。', category: 'infrastructure' };
    for (let n = 0; n < 3; n += 1) expect((await enterprise.post('/tickets', problem)).status).toBe(201);
    const all = await tickets.unrouted(0, 1_000, null);
    const first = await tickets.unrouted(0, 2, null);
    const rest = await tickets.unrouted(0, 1_000, first[1] ?? null);
    expect(all.length).toBeGreaterThanOrEqual(3);
    expect([...first, ...rest]).toEqual(all);
  });
});
