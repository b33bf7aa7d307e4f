import { CheckClocks, DeliverNotice, type DeliverNoticeCommand } from '@zhuqi/application';
import { Client } from 'pg';
import { openDemoApp, type DemoApp } from '../../support/demo-app';

describe('several notices in one delivery', () => {
  let demo: DemoApp;
  let commands: DeliverNoticeCommand[];
  let deliver: DeliverNotice;

  const told = async (): Promise<{ key: string; times: number }[]> =>
    demo.database.rows(`select concat_ws(':', ticket_id, seq, recipient_id) as key, count(*)::int as times
      from notice where at >= (select max(at) from ticket_event where type = 'submitted') group by 1 order by 1`);
  const unfinished = async (): Promise<string[]> =>
    (
      await demo.database.rows<{ id: string }>('select id from outbox where finished_at is null order by id')
    ).map(({ id }) => id);

  beforeEach(async () => {
    demo = await openDemoApp({ consumers: false });
    deliver = demo.app.get(DeliverNotice, { strict: false });
    await (await demo.signIn('admin')).post('/demo/clock', { advanceWorkdays: 12 });
    await demo.engine.wipe();
    const due = await demo.database.rows<{ id: string }>(
      'select id from ticket where next_check_at <= business_now()',
    );
    for (const { id } of due) await demo.app.get(CheckClocks, { strict: false }).execute(id);
    commands = await demo.database.rows(
      `select id as "outboxId", ticket_id as "ticketId", seq from outbox
        where finished_at is null and job = 'notice.deliver' order by ticket_id, seq`,
    );
  }, 120_000);

  afterEach(() => demo.close());

  it('tell everybody once, however often and in whatever company they are delivered', async () => {
    expect(commands.length).toBeGreaterThan(20);
    expect(await deliver.executeAll(commands)).toBe('done');
    expect(await unfinished()).toEqual([]);
    const first = await told();
    expect(first.every(({ times }) => times === 1)).toBe(true);
    await Promise.all([deliver.executeAll(commands.toReversed()), deliver.executeAll(commands.slice(3, 9))]);
    expect(await told()).toEqual(first);
    expect(await deliver.executeAll(commands)).toBe('no_longer_applicable');
  });

  it('that cannot be written hold up only themselves', async () => {
    const poison = commands[5]?.ticketId ?? '';
    const owner = new Client({ connectionString: demo.url });
    await owner.connect();
    await owner.query(`create function poison() returns trigger language plpgsql as
      $$ begin if new.ticket_id = '${poison}' then raise 'poison'; end if; return new; end $$`);
    await owner.query('create trigger poison before insert on notice for each row execute function poison()');
    await owner.end();
    await expect(deliver.executeAll(commands)).rejects.toThrow('poison');
    const left = new Set(await unfinished());
    const expected = commands.filter(({ ticketId }) => ticketId === poison).map(({ outboxId }) => outboxId);
    expect(left.size).toBeGreaterThan(0);
    expect([...left].every((id) => expected.includes(id))).toBe(true);
  });
});
