import { randomUUID } from 'node:crypto';
import { openDemoApp, type Answer, type Caller, type DemoApp } from '../support/demo-app';

const TITLE = '涉及专项资金拨付的复杂诉求';
const SECRET = {
  title: TITLE,
  description: '申报材料已交三个月，款项迟迟未到账，请协调。',
  category: 'financing',
  severity: 'complex',
  confidential: true,
  contactName: '司徒静姝',
  contactPhone: '13987650123',
};
const COLLEAGUE = { id: randomUUID(), username: 'colleague', name: '欧阳明远' };

describe('a confidential ticket', () => {
  let demo: DemoApp;
  let township: Caller;
  let id: string;
  let marks: string[];

  beforeAll(async () => {
    demo = await openDemoApp();
    const enterprise = await demo.signIn('enterprise');
    const me = (await enterprise.get('/me')).body;
    const card = (await (await demo.signIn('office')).get(`/enterprises/${me.enterprise.id}`)).body;
    await settleColleague(me.id);
    const submitted = await enterprise.post('/tickets', SECRET);
    expect(submitted.status).toBe(201);
    id = submitted.body.id;
    await demo.settle();
    const remark = { text: '材料可随时补充', visibility: 'enterprise' };
    const said = await (await demo.signIn(COLLEAGUE.username)).act(id, 'comment', remark);
    expect(said.status).toBe(200);
    await demo.settle();
    township = await demo.signIn('township');
    marks = [
      ...[card.id, card.name, card.creditCode, card.contactName, card.contactPhone, me.id, me.name],
      ...[COLLEAGUE.id, COLLEAGUE.name, SECRET.contactName, SECRET.contactPhone],
    ];
    expect(marks.every((mark) => typeof mark === 'string' && mark.length > 1)).toBe(true);
  }, 120_000);

  afterAll(() => demo.close());

  /** A second account of the same enterprise, with the password of the first. */
  async function settleColleague(personId: string): Promise<void> {
    const values = [COLLEAGUE.id, COLLEAGUE.name, personId];
    await demo.database.rows(
      `insert into person (id, region_code, enterprise_id, name, roles)
       select $1, region_code, enterprise_id, $2, roles from person where id = $3`,
      values,
    );
    await demo.database.rows(
      `insert into account (person_id, username, password_hash)
       select $1, $2, password_hash from account where person_id = $3`,
      [COLLEAGUE.id, COLLEAGUE.username, personId],
    );
  }

  const namedIn = ({ body }: Answer): string[] => {
    const text = JSON.stringify(body);
    return marks.filter((mark) => text.includes(mark));
  };
  const rowOf = ({ body }: Answer) => ({
    body: body.items.filter((item: { id: string; ticket?: { id: string } }) =>
      [item.id, item.ticket?.id].includes(id),
    ),
  });

  it('lies with the township, which is not told by its page, its log or its chain whose it is', async () => {
    const page = await township.get(`/tickets/${id}`);
    expect(page.body).toMatchObject({ title: TITLE, holder: { unit: { kind: 'township' } } });
    expect(namedIn(page)).toEqual([]);
    for (const path of ['timeline', 'chain']) {
      const answer = await township.get(`/tickets/${id}/${path}`);
      expect(answer.status).toBe(200);
      expect(answer.body.items.length).toBeGreaterThan(0);
      expect(namedIn(answer)).toEqual([]);
    }
  });

  it('still has every event in the township’s log, with the people of the enterprise masked', async () => {
    const { items } = (await township.get(`/tickets/${id}/timeline`)).body;
    const actors = items.map((event: { type: string; actor: { name: string } }) => [
      event.type,
      event.actor.name,
    ]);
    expect(actors).toContainEqual(['submitted', '（保密）']);
    expect(actors).toContainEqual(['commented', '（保密）']);
    expect(actors).toContainEqual(['routed', '系统']);
  });

  it('is in the township’s list without a name, and is not found by one', async () => {
    const listed = rowOf(await township.get('/tickets?sort=-submittedAt&limit=100'));
    expect(listed.body).toHaveLength(1);
    expect(namedIn(listed as Answer)).toEqual([]);
    const [enterpriseId = '', name = '', creditCode = ''] = marks;
    for (const query of [
      `q=${encodeURIComponent(name)}`,
      `q=${creditCode}`,
      `enterpriseId=${enterpriseId}`,
    ]) {
      const found = await township.get(`/tickets?${query}&limit=100`);
      expect(found.status).toBe(200);
      expect(rowOf(found).body).toEqual([]);
    }
  });

  it('names nobody in the township’s notices', async () => {
    const noticed = rowOf(await township.get('/notices?limit=100'));
    expect(noticed.body.length).toBeGreaterThan(0);
    expect(namedIn(noticed as Answer)).toEqual([]);
  });

  it.each(['enterprise', 'officer', 'office', 'leader', 'city', 'auditor', 'admin'])(
    'tells %s whose it is',
    async (username) => {
      const reader = await demo.signIn(username);
      const [enterpriseId, name] = marks;
      expect((await reader.get(`/tickets/${id}`)).body.enterprise).toMatchObject({ id: enterpriseId, name });
      const { items } = (await reader.get(`/tickets/${id}/timeline`)).body;
      expect(items[0].data).toMatchObject({ enterpriseId });
      expect(items[0].actor).toEqual({ kind: 'person', id: marks[5], name: marks[6] });
    },
  );
});
