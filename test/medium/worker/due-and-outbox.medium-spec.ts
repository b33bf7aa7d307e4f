import { Outbox } from '@zhuqi/application';
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
    for (const attempts of [1, 2, 3, 8, 20]) {
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
});
