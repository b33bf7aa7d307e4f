import { StoryDesk } from '@zhuqi/application';
import { DEMO_STARTS_AT } from '@zhuqi/seeds';
import { openDemoApp, type DemoApp } from '../../support/demo-app';
import { Client } from 'pg';

const PROBLEM = { title: '货车进出困难', description: '园区门口限高，货车无法进入。', category: 'logistics' };

describe('what must never be', () => {
  let demo: DemoApp;

  beforeEach(async () => {
    demo = await openDemoApp();
  }, 120_000);

  afterEach(() => demo.close());

  /** As the owner of the tables: what the programs' own role may not do. */
  const asOwner = async (statement: string, values: unknown[] = []): Promise<void> => {
    const client = new Client({ connectionString: demo.url });
    await client.connect();
    await client.query(statement, values);
    await client.end();
  };

  const submit = async (): Promise<{ id: string; number: string; officer: { id: string } }> => {
    const answer = await (await demo.signIn('enterprise')).post('/tickets', PROBLEM);
    expect(answer.status).toBe(201);
    await demo.settle();
    return answer.body;
  };

  it('the millionth ticket has a number of its own, and so has the next', async () => {
    await asOwner(`select setval('ticket_number', 999998)`);
    const numbers = [(await submit()).number, (await submit()).number, (await submit()).number];
    expect(numbers.map((number) => number.split('-')[1])).toEqual(['999999', '1000000', '1000001']);
  });

  it('no unit of another district is responsible for an answer', async () => {
    const { id } = await submit();
    const officer = await demo.signIn('officer');
    await officer.act(id, 'claim');
    const [foreign] = await demo.database.rows<{ id: string }>(
      `select id from unit where region_code = '220106' limit 1`,
    );
    const answer = await officer.act(id, 'answer', {
      ...{ outcome: 'resolved', route: '协调', result: '已解决' },
      responsibleUnitId: foreign?.id,
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'unit.unknown']);
  });

  it('an officer whose pairing ends later this year still sees what is routed to him today', async () => {
    await asOwner(`update pairing set valid = daterange(lower(valid), '2023-12-31')
      where kind = 'officer' and upper_inf(valid)`);
    const { id, officer } = await submit();
    const seen = await (await demo.signIn('officer')).get(`/tickets/${id}`);
    expect(seen.body).toMatchObject({ status: 'dispatched', holder: { person: { id: officer.id } } });
    expect(
      (await (await demo.signIn('officer')).act(id, 'contact', { means: 'phone', note: '已联系' })).status,
    ).toBe(200);
  });

  it('a holder who has become an auditor holds no more', async () => {
    const { id, officer } = await submit();
    await asOwner(`update person set roles = array['auditor'] where id = $1`, [officer.id]);
    const auditor = await demo.signIn('officer');
    expect((await auditor.get(`/tickets/${id}`)).body.allowedActions).toEqual([]);
    expect((await auditor.act(id, 'claim')).status).toBe(403);
  });

  it('a telling that was cut off does not discard what people have submitted since', async () => {
    const { id } = await submit();
    await asOwner(`update seed_state set state = 'telling'`);
    const desk = demo.app.get(StoryDesk);
    await expect(desk.begin(DEMO_STARTS_AT)).rejects.toMatchObject({ refusal: { code: 'demo.real_data' } });
    expect((await (await demo.signIn('office')).get(`/tickets/${id}`)).status).toBe(200);
  });
});
