import { openDemoApp, type DemoApp } from '../support/demo-app';

const OPEN = 'accepted,dispatched,in_progress,need_info,suspended';

describe('the demo district as its people see it', () => {
  let demo: DemoApp;

  beforeAll(async () => {
    demo = await openDemoApp();
  }, 120_000);

  afterAll(() => demo.close());

  it('shows the dispatch office twenty open tickets of enterprises in every lamp, and three of projects', async () => {
    const office = await demo.signIn('office');
    const { body } = await office.get(`/tickets?status=${OPEN}&population=enterprise&limit=100&total=true`);
    expect(body.total).toBe(20);
    const count = (lamp: string): number =>
      body.items.filter((ticket: { lamp: string }) => ticket.lamp === lamp).length;
    expect(count('yellow')).toBeGreaterThanOrEqual(3);
    expect(count('red')).toBeGreaterThanOrEqual(3);
    expect(count('grey')).toBeGreaterThanOrEqual(1);
    expect(count('green')).toBeGreaterThanOrEqual(1);
    const ofProjects = await office.get(`/tickets?status=${OPEN}&population=project&total=true`);
    expect(ofProjects.body.total).toBe(3);
  });

  it('counts the problems of projects apart: twelve collected, nine resolved', async () => {
    const office = await demo.signIn('office');
    const { body } = await office.get(
      '/statistics/resolution?population=project&from=2023-01-01&to=2023-12-31',
    );
    const { collected, resolved, rate, ticketsUrl } = body.total;
    expect([collected, resolved, rate.display]).toEqual([12, 9, '75.0%']);
    expect((await office.get(`${ticketsUrl}&measure=resolved&limit=100`)).body.items).toHaveLength(9);
  });

  it('has at least three tickets in the leader’s escalation queue, red before yellow', async () => {
    const { body } = await (await demo.signIn('leader')).get('/escalations?state=open&limit=100');
    expect(body.items.length).toBeGreaterThanOrEqual(3);
    const rank = { red: 0, yellow: 1, grey: 2, green: 3 } as Record<string, number>;
    const ranks: number[] = body.items.map(
      (item: { ticket: { lamp: string } }) => rank[item.ticket.lamp] ?? 9,
    );
    expect(ranks).toEqual([...ranks].sort((left, right) => left - right));
  });

  it.each(['office', 'leader', 'city', 'auditor'])('publishes 161 of 181 to %s', async (username) => {
    const { body } = await (
      await demo.signIn(username)
    ).get('/statistics/resolution?regionCode=220105&from=2023-01-01&to=2023-12-31');
    expect([body.total.collected, body.total.resolved, body.total.rate.display]).toEqual([181, 161, '88.9%']);
  });

  it('gives officer, township and department something to do', async () => {
    for (const username of ['officer', 'township', 'department']) {
      const { body } = await (await demo.signIn(username)).get(`/tickets?status=${OPEN}`);
      expect(body.items.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['office', ['extension', 'extension', 'return']],
    ['department', ['extension']],
    ['township', ['extension']],
    ['leader', ['extension']],
  ])('has requests wait for a ruling of %s', async (username, kinds) => {
    const caller = await demo.signIn(username);
    const { body } = await caller.get('/requests?limit=100');
    expect(body.items.map((item: { kind: string }) => item.kind).sort()).toEqual(kinds);
    for (const { ticket } of body.items) {
      expect((await caller.get(`/tickets/${ticket.id}`)).body.allowedActions).toContain('rule');
    }
  });

  it('asks the township for an opinion that the department waits for', async () => {
    const township = await demo.signIn('township');
    const { body } = await township.get(`/tickets?status=in_progress&limit=100`);
    const asked: string[] = [];
    for (const { id, title } of body.items) {
      const { allowedActions } = (await township.get(`/tickets/${id}`)).body;
      if (allowedActions.includes('give-opinion')) asked.push(title);
    }
    expect(asked).toEqual(['厂区供电容量不足，申请增容至2000千伏安']);
  });

  it('holds the account enterprise, its officer, leader, township and department together', async () => {
    const me = (await (await demo.signIn('enterprise')).get('/me')).body;
    const office = await demo.signIn('office');
    const pairings = (await office.get(`/enterprises/${me.enterprise.id}/pairings`)).body.items;
    const officer = (await (await demo.signIn('officer')).get('/me')).body;
    const leader = (await (await demo.signIn('leader')).get('/me')).body;
    const current = pairings.filter((pairing: { to: string | null }) => pairing.to === null);
    expect(current.map((pairing: { person: { id: string } }) => pairing.person.id).sort()).toEqual(
      [officer.id, leader.id].sort(),
    );
    for (const username of ['township', 'department']) {
      const seen = await (await demo.signIn(username)).get(`/enterprises/${me.enterprise.id}`);
      expect(seen.status).toBe(200);
    }
    expect((await (await demo.signIn('officer2')).get(`/enterprises/${me.enterprise.id}`)).status).toBe(404);
  });
});
