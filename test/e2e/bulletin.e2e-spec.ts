import { createHash } from 'node:crypto';
import type { Content } from './bulletin-content';
import { ANSWER, done, expectRefusal, openLifecycle, type Lifecycle } from './lifecycle-stage';

const REGION = '220105';

describe('a bulletin', () => {
  let stage: Lifecycle;
  let monthly: { id: string; content: Content; digest: string };

  beforeAll(async () => {
    stage = await openLifecycle();
    monthly = done(await stage.cast.office.post('/bulletins', { kind: 'monthly' }), 201).body;
  }, 120_000);

  afterAll(() => stage.close());

  const statistics = async (query: Record<string, string>) =>
    done(
      await stage.cast.auditor.get(
        `/statistics/resolution?${new URLSearchParams({ regionCode: REGION, ...query }).toString()}`,
      ),
    ).body;

  const asOf = (): string => new Date(monthly.content.asOf).toISOString();

  it('holds the figures the statistics give for the same selection and moment', async () => {
    const { content } = monthly;
    expect(content).toMatchObject({ from: '2023-09-01', to: '2023-09-30', toDateFrom: '2023-01-01' });
    for (const population of ['enterprise', 'project']) {
      const drawn = content.populations[population]!;
      const common = { population, to: content.to, asOf: asOf() };
      const cohort = await statistics({ ...common, basis: 'cohort', from: content.toDateFrom });
      const flow = await statistics({ ...common, basis: 'flow', from: content.from });
      expect(cohort.total).toMatchObject(drawn.toDate.figures);
      expect(flow.total).toMatchObject(drawn.period.figures);
      for (const [cut, rows] of Object.entries(drawn.cuts)) {
        const table = await statistics({
          ...common,
          ...{ basis: 'cohort', from: content.toDateFrom, groupBy: cut, complaints: 'without' },
        });
        const shown = rows.filter(({ toDate }) => toDate.figures['collected'] !== 0);
        expect(shown.map(({ key }) => key)).toEqual(table.rows.map(({ key }: { key: string }) => key));
        for (const [index, row] of shown.entries())
          expect(table.rows[index]).toMatchObject(row.toDate.figures);
      }
    }
    expect(content.populations['enterprise']?.toDate.figures['collected']).toBeGreaterThan(0);
  });

  it('lists as many red tickets as are overdue, confidential ones by number and unit only', async () => {
    const enterprise = await statistics({ asOf: asOf() });
    const project = await statistics({ asOf: asOf(), population: 'project' });
    const overdue = (of: { total: Record<string, number> }): number => of.total['overdue'] ?? 0;
    expect(monthly.content.red).toHaveLength(overdue(enterprise) + overdue(project));
    for (const ticket of monthly.content.red.filter(({ confidential }) => confidential)) {
      expect(ticket).toMatchObject({ title: '（保密诉求）', enterprise: null });
    }
  });

  it('stays what it was, to the letter, whatever happens afterwards', async () => {
    const { cast, demo } = stage;
    const digest = createHash('sha256').update(JSON.stringify(monthly.content)).digest('hex');
    expect(digest).toBe(monthly.digest);
    const id = await stage.withTownship();
    await demo.advance({ advanceMinutes: 60 });
    done(await cast.township.act(id, 'answer', ANSWER));
    const again = done(await cast.auditor.get(`/bulletins/${monthly.id}`)).body;
    expect(again.content).toEqual(monthly.content);
    await expect(
      demo.database.rows(`update bulletin set title = 'x' where id = $1`, [monthly.id]),
    ).rejects.toThrow('permission denied');
    await expect(demo.database.rows('delete from bulletin')).rejects.toThrow('permission denied');
  });

  it('appears once for a period, and once for a key', async () => {
    const { office } = stage.cast;
    expectRefusal(await office.post('/bulletins', { kind: 'monthly' }), 409, 'bulletin.published');
    const order = { kind: 'special', from: '2023-10-01', to: '2023-10-20', title: '十月专题' };
    const post = () => office.post('/bulletins', order, { 'idempotency-key': 'one-bulletin' });
    const [first, second] = [await post(), await post()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(first.body).toMatchObject({ title: '十月专题', number: '〔2023〕2号' });
  });

  it('is about a period that makes sense', async () => {
    const { office } = stage.cast;
    const refused = async (body: object, pointer: string) =>
      expectRefusal(await office.post('/bulletins', body), 422, 'bulletin.period', pointer);
    await refused({ kind: 'weekly', from: '2023-10-10' }, '/from');
    await refused({ kind: 'weekly', from: '2023-10-16' }, '/to');
    await refused({ kind: 'special', to: '2023-10-10' }, '/from');
    await refused({ kind: 'special', from: '2023-10-11', to: '2023-10-10' }, '/to');
    await refused({ kind: 'special', from: '2023-10-11', to: '2023-10-21' }, '/to');
    await refused({ kind: 'special', from: '2022-01-01', to: '2023-10-10' }, '/to');
  });

  it('is published by the office of its region and read by those who read the whole region', async () => {
    const { cast } = stage;
    for (const name of ['leader', 'auditor', 'city', 'admin'] as const) {
      expect(done(await cast[name].get('/bulletins')).body.items.length).toBeGreaterThan(0);
    }
    for (const name of ['township', 'department', 'officer', 'enterprise'] as const) {
      expect((await cast[name].get(`/bulletins/${monthly.id}`)).status).toBe(403);
    }
    expect((await cast.auditor.post('/bulletins', { kind: 'weekly' })).status).toBe(403);
    const elsewhere = await cast.office.post('/bulletins', { kind: 'weekly', regionCode: '220100' });
    expectRefusal(elsewhere, 404, 'bulletin.region', '/regionCode');
    const unknown = await cast.office.get('/bulletins/01a2018e-8587-70e6-9d52-c6f55495d9b9');
    expectRefusal(unknown, 404, 'bulletin.not_found');
  });

  it('of the city shows its districts', async () => {
    const body = { kind: 'special', from: '2023-05-01', to: '2023-10-20' };
    const { content } = done(await stage.cast.city.post('/bulletins', body), 201).body;
    expect(content.regionName).toBe('长春市');
    const keys = content.districts.enterprise.map(({ key }: { key: string }) => key);
    expect(keys).toContain(REGION);
  });

  it('of the first days of a year ranks without comparing with the year before', async () => {
    const publish = async (from: string, to: string): Promise<Content> =>
      done(await stage.cast.office.post('/bulletins', { kind: 'special', from, to }), 201).body.content;
    const first = (await publish('2023-01-01', '2023-05-31')).rankings['township'];
    expect(first?.previous).toBeNull();
    const ranked = first?.ranked ?? [];
    expect(ranked.length).toBeGreaterThan(0);
    expect(ranked.every(({ movement }) => movement === null)).toBe(true);
    const next = (await publish('2023-06-01', '2023-08-31')).rankings['township'];
    expect(next?.previous).toMatchObject({ from: '2023-01-01', to: '2023-05-31' });
    expect(next?.ranked.every(({ movement }) => movement !== null)).toBe(true);
  });

  it('is corrected by a note beside it, by the office alone', async () => {
    const { office, leader, township } = stage.cast;
    const path = `/bulletins/${monthly.id}/notes`;
    const noted = done(await office.post(path, { text: '英俊镇数字系并案所致' }), 201).body;
    expect(noted.notes).toMatchObject([{ text: '英俊镇数字系并案所致' }]);
    expect(noted.content).toEqual(monthly.content);
    expectRefusal(await leader.post(path, { text: 'x' }), 403, 'permission.denied');
    expectRefusal(await township.post(path, {}), 404, 'bulletin.not_found');
    expectRefusal(await office.post(path, { text: ' ' }), 422, 'request.invalid', '/text');
  });

  it('names a confidential ticket by its number and unit alone', async () => {
    const { cast } = stage;
    const secret = { title: '涉及专项资金拨付的诉求', confidential: true };
    const id = await stage.withTownship(secret);
    done(await cast.township.act(id, 'escalate', { reason: '超出本级权限' }));
    const special = { kind: 'special', from: '2023-10-01', to: '2023-10-20' };
    const { content } = done(await cast.office.post('/bulletins', special), 201).body;
    const listed = content.escalations.find(({ ticketId }: { ticketId: string }) => ticketId === id);
    expect(listed).toMatchObject({
      title: '（保密诉求）',
      enterprise: null,
      causeLabel: '承办单位申请提级',
      toTier: 3,
    });
    expect(listed.unit).not.toBeNull();
    expect(JSON.stringify(content)).not.toContain(secret.title);
  });

  it('shows how far the region has come with its targets, in whole percents', async () => {
    const { office, auditor, township } = stage.cast;
    const period = { from: '2023-01-01', to: '2023-12-31', figure: 'resolved' };
    const { total } = await statistics({ from: '2023-01-01', to: '2023-12-31' });
    const target = total.resolved - 10;
    const body = { ...period, target: 1, reason: '初定' };
    done(await office.post('/figure-targets', body));
    done(await office.post('/figure-targets', { ...body, target, reason: '年中调整' }));
    const { items } = done(await auditor.get(`/figure-targets?regionCode=${REGION}`)).body;
    const display = `${String(Math.floor((total.resolved * 200 + target) / (2 * target)))}%`;
    expect(items).toMatchObject([{ target, actual: total.resolved, display, reason: '年中调整' }]);
    const special = { kind: 'special', from: '2023-10-01', to: '2023-10-20' };
    const { content } = done(await office.post('/bulletins', special), 201).body;
    expect(content.targets).toMatchObject([{ target, actual: total.resolved, display, label: '解决' }]);
    expect((await township.post('/figure-targets', body)).status).toBe(403);
    const reversed = await office.post('/figure-targets', { ...body, from: '2023-12-31', to: '2023-01-01' });
    expectRefusal(reversed, 422, 'request.invalid', '/to');
  });
});
