import { Handlers } from '@zhuqi/worker';
import { Client } from 'pg';
import { openDemoApp, type Caller, type DemoApp } from '../support/demo-app';
import { brokenInvariants } from '../support/invariants';

const PROBLEM = {
  title: '厂区道路积水',
  description: '雨后无法进出货车，影响发货。',
  category: 'infrastructure',
  severity: 'complex',
};
/** An unclaimed ticket rises at once; what is claimed is reminded the moment its claim was due. */
const TRIGGERS = [
  {
    code: 'remind',
    clock: 'reply',
    side: 'before',
    offset: { unit: 'workingDays', count: 1 },
    effect: 'remind',
  },
  {
    code: 'raise',
    clock: 'claim',
    side: 'after',
    offset: { unit: 'workingDays', count: 0 },
    effect: 'escalate',
  },
];
const AT_ONCE = 20;

describe('a trigger happens exactly once', () => {
  let demo: DemoApp;
  let office: Caller;
  let id: string;
  let check: () => Promise<unknown>;

  const rows = <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    demo.database.rows<T & { [column: string]: unknown }>(text, values);
  /** The programs' own role may not make tables fail. */
  const asOwner = async (text: string): Promise<void> => {
    const client = new Client({ connectionString: demo.url });
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  const turnToDue = (): Promise<unknown> =>
    rows(
      `update business_clock set offset_ms = (select round(extract(epoch from c.due_at - clock_timestamp()) * 1000)
        from ticket_clock c where c.ticket_id = $1 and c.kind = 'claim' order by c.ordinal desc limit 1)::bigint`,
      [id],
    );
  const happened = async (): Promise<string[]> =>
    (
      await rows<{ type: string }>(
        `select type from ticket_event where ticket_id = $1 and type in ('reminded', 'escalated', 'urged', 'claimed')
          order by seq`,
        [id],
      )
    ).map(({ type }) => type);
  const fired = async (): Promise<string[][]> =>
    (
      await rows<{ fired: string[] }>(
        `select fired from ticket_clock where ticket_id = $1 and kind in ('claim', 'reply') order by ordinal`,
        [id],
      )
    ).map((clock) => clock.fired);

  beforeEach(async () => {
    demo = await openDemoApp();
    await rows(`update policy set body = body || jsonb_build_object('triggers', $1::jsonb)`, [
      JSON.stringify(TRIGGERS),
    ]);
    office = await demo.signIn('office');
    const enterprise = await demo.signIn('enterprise');
    id = (await enterprise.post('/tickets', PROBLEM)).body.id;
    await demo.settle();
    const handlers = demo.app.get(Handlers, { strict: false }).table();
    check = () => handlers['clock.check']({ ticketIds: [id] });
  }, 120_000);

  afterEach(async () => {
    await demo.sweep.tick(); // what else became due in the district
    await demo.settle();
    const broken = await brokenInvariants(demo.database);
    await demo.close();
    expect(broken).toEqual({});
  });

  it('however many workers find it in the same instant, and whoever delivers it again', async () => {
    await turnToDue();
    await Promise.all(Array.from({ length: AT_ONCE }, check));
    expect(await happened()).toEqual(['escalated']);
    await Promise.all([check(), demo.sweep.tick()]);
    await demo.settle();
    expect(await happened()).toEqual(['escalated']);
    expect(await rows('select 1 from escalation where ticket_id = $1', [id])).toHaveLength(1);
    const told = await rows<{ n: number }>(
      `select count(*)::int as n from notice where ticket_id = $1 and kind = 'escalated' group by recipient_id`,
      [id],
    );
    expect(told.every(({ n }) => n === 1)).toBe(true);
  });

  it('when its worker dies before the commit: nothing is half done, and the next one does it', async () => {
    await turnToDue();
    await asOwner(`create function dies() returns trigger language plpgsql as $$ begin raise 'dies'; end $$`);
    await asOwner('create trigger dies before insert on escalation for each row execute function dies()');
    await expect(check()).rejects.toThrow('dies');
    expect(await happened()).toEqual([]);
    expect(await fired()).toEqual([[], []]);
    await asOwner('drop trigger dies on escalation');
    await check();
    expect(await happened()).toEqual(['escalated']);
    expect(await fired()).toContainEqual(['raise']);
  });

  it('or not at all, when the holder’s hand is quicker in the very instant', async () => {
    const township = await demo.signIn('township');
    const { headers } = await township.get(`/tickets/${id}`);
    await turnToDue();
    const [claim] = await Promise.all([
      township.post(`/tickets/${id}/claim`, {}, { 'if-match': headers['etag'] ?? '' }),
      ...Array.from({ length: AT_ONCE }, check),
    ]);
    // Whoever got the lock first decides: a claim that came second finds the ticket out of its hands.
    const claimed = claim.status === 200;
    if (!claimed) expect([403, 412]).toContain(claim.status);
    expect((await happened()).filter((type) => type !== 'reminded')).toEqual([
      claimed ? 'claimed' : 'escalated',
    ]);
    expect(await rows('select 1 from escalation where ticket_id = $1', [id])).toHaveLength(claimed ? 0 : 1);
  });

  it('and after a rise by hand in between, the new hop’s own claim counts', async () => {
    const risen = await office.act(id, 'escalate', { reason: '跨街镇' });
    expect(risen.status).toBe(200);
    await turnToDue();
    await Promise.all(Array.from({ length: 5 }, check));
    const causes = await rows<{ cause: string }>(
      'select cause from escalation where ticket_id = $1 order by seq',
      [id],
    );
    expect(causes.map(({ cause }) => cause)).toEqual(['manual', 'unclaimed']);
  });
});
