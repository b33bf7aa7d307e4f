import type { Answer, Caller } from '../support/demo-app';
import { done, expectRefusal, openLifecycle, type Lifecycle } from './lifecycle-stage';

/** Up to the demo's first day. */
const PERIOD = { kind: 'township', from: '2023-01-01', to: '2023-10-20' };
const LIVE = '/rankings?kind=township&from=2023-01-01&to=2023-12-31';

const component = (code: string, rate: string, weight: number, direction = 'earn') => ({
  ...{ code, label: code, rate, weight, direction },
});
const SCHEME = {
  minimumSample: 2,
  components: [
    ...[component('resolved', 'resolution', 60), component('timely', 'onTime', 40)],
    component('again', 'rework', 10, 'deduct'),
  ],
  reason: '领导小组会议确定',
};

describe('the scheme of a region’s rankings', () => {
  let stage: Lifecycle;
  beforeAll(async () => {
    stage = await openLifecycle();
  });
  afterAll(() => stage.close());

  it('is set by the office in full or not at all', async () => {
    const { office, township, leader } = stage.cast;
    const [first, ...others] = SCHEME.components;
    const set = (components: object[]): Promise<Answer> =>
      office.post('/rankings/scheme', { ...SCHEME, components });
    expectRefusal(await set(others), 422, 'ranking.scheme', '/components');
    expectRefusal(
      await set([first as object, ...SCHEME.components]),
      422,
      'ranking.scheme',
      '/components/1/code',
    );
    expectRefusal(
      await set([component('a', 'pauseShare', 100)]),
      422,
      'request.invalid',
      '/components/0/rate',
    );
    expectRefusal(
      await set([component('a', 'rework', 100)]),
      422,
      'ranking.scheme',
      '/components/0/direction',
    );
    for (const caller of [township, leader]) {
      expectRefusal(await caller.post('/rankings/scheme', SCHEME), 403, 'permission.denied');
    }
    const { inForce, versions, rates } = done(await township.get('/rankings/scheme')).body;
    expect([inForce.version, versions, rates.length > 5]).toEqual([0, [], true]);
  });

  it('ranks what is drawn from then on; the past stays ranked by the scheme of then', async () => {
    const { office, auditor } = stage.cast;
    const before = done(await office.get(LIVE)).body;
    await stage.demo.advance({ advanceMinutes: 1 });
    const key = { 'idempotency-key': 'scheme-one' };
    const set = done(await office.post('/rankings/scheme', SCHEME, key), 201).body;
    expect(set.inForce).toMatchObject({ version: 1, minimumSample: 2 });
    expect(done(await office.post('/rankings/scheme', SCHEME, key), 201).body.versions).toHaveLength(1);
    const now = done(await office.get(LIVE)).body;
    expect(now.scheme.version).toBe(1);
    expect(now.ranked[0].components.map(({ code }: { code: string }) => code)).toEqual([
      'resolved',
      'timely',
      'again',
    ]);
    const then = done(
      await auditor.get(`${LIVE}&regionCode=220105&asOf=${encodeURIComponent(before.asOf)}`),
    ).body;
    expect(then).toEqual(before);
  });

  it('of two that are set at once gets two versions', async () => {
    const { office } = stage.cast;
    const answers = await Promise.all([
      office.post('/rankings/scheme', SCHEME),
      office.post('/rankings/scheme', SCHEME),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const { versions } = done(await office.get('/rankings/scheme')).body;
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([3, 2, 1]);
    expect(versions[0]).toMatchObject({ reason: SCHEME.reason, madeBy: { name: expect.any(String) } });
  });
});

describe('a published ranking', () => {
  let stage: Lifecycle;
  let id: string;
  beforeAll(async () => {
    stage = await openLifecycle();
    id = (await published({ 'idempotency-key': 'october' })).id;
  });
  afterAll(() => stage.close());

  const published = async (headers = {}): Promise<Answer['body']> =>
    done(await stage.cast.office.post('/rankings/publications', PERIOD, headers), 201).body;
  const seen = async (caller: Caller): Promise<Answer['body']> =>
    done(await caller.get(`/rankings/publications/${id}`)).body;

  it('is published once, by the office alone', async () => {
    const { office, leader, township } = stage.cast;
    expect((await published({ 'idempotency-key': 'october' })).id).toBe(id);
    for (const caller of [leader, township]) {
      expectRefusal(await caller.post('/rankings/publications', PERIOD), 403, 'permission.denied');
    }
    const { items } = done(await office.get('/rankings/publications?kind=township')).body;
    expect(items.map((each: { id: string }) => each.id)).toEqual([id]);
    expect(done(await office.get('/rankings/publications?kind=officer')).body.items).toEqual([]);
  });

  it('is of a period that is over, by the day its figures are of', async () => {
    const { office } = stage.cast;
    const publish = (body: object): Promise<Answer> =>
      office.post('/rankings/publications', { ...PERIOD, ...body });
    expectRefusal(await publish({ to: '2023-10-21' }), 422, 'request.invalid', '/to');
    const asOf = '2023-10-19T15:59:00Z';
    expectRefusal(await publish({ asOf }), 422, 'request.invalid', '/to');
    expectRefusal(await publish({ asOf: '2022-12-31T15:59:59Z' }), 422, 'request.invalid', '/asOf');
  });

  it('stays what it was, whatever happens afterwards', async () => {
    const { office } = stage.cast;
    const before = await seen(office);
    await stage.answered();
    await stage.demo.advance({ advanceWorkdays: 3 });
    done(await office.post('/rankings/scheme', SCHEME), 201);
    expect(await seen(office)).toEqual(before);
    const live = done(await office.get(LIVE)).body;
    expect(live.ranked).not.toEqual(before.table.ranked);
  });

  it('cannot be changed by the program that wrote it', async () => {
    const tables = ['ranking_publication', 'ranking_appeal', 'ranking_appeal_ruling', 'ranking_scheme'];
    for (const table of tables) {
      const change = stage.demo.database.rows(`delete from ${table}`, []);
      await expect(change).rejects.toThrow(/permission denied/);
    }
  });

  it('shows each reader its rows and how many of the tickets it may open', async () => {
    const { township, leader, enterprise } = stage.cast;
    const own = (await seen(township)).table;
    expect([...own.ranked, ...own.apart].map(({ key }) => key)).toEqual([stage.unit.township]);
    for (const [caller, table] of [
      [township, own],
      [leader, (await seen(leader)).table],
    ] as const) {
      for (const { collected } of [...table.ranked, ...table.apart]) {
        const { total } = done(await caller.get(`${collected.ticketsUrl}&total=true&limit=1`)).body;
        expect(total).toBe(collected.readable);
      }
    }
    expectRefusal(await enterprise.get(`/rankings/publications/${id}`), 403, 'permission.denied');
  });

  it('is another district’s secret', async () => {
    const other = await stage.demo.signIn('office2');
    const unknown = 'ranking.publication_not_found';
    expectRefusal(await other.get(`/rankings/publications/${id}`), 404, unknown);
    expect(done(await other.get('/rankings/publications')).body.items).toEqual([]);
    const officer = await stage.demo.signIn('officer2');
    expectRefusal(await officer.post(`/rankings/publications/${id}/appeals`, {}), 404, unknown);
  });

  it('is appealed against by whom it ranks; the finding stands beside the row and changes nothing of it', async () => {
    const { township, office, auditor, department } = stage.cast;
    const path = `/rankings/publications/${id}/appeals`;
    const appeal = {
      subjectKey: stage.unit.township,
      component: 'satisfaction',
      text: '两件由企业电话评价，未计入',
    };
    expectRefusal(await auditor.post(path, appeal), 403, 'permission.denied');
    expectRefusal(await department.post(path, appeal), 403, 'ranking.not_yours');
    expectRefusal(
      await township.post(path, { ...appeal, component: 'x' }),
      422,
      'ranking.no_component',
      '/component',
    );
    expectRefusal(await township.post(path, { ...appeal, text: ' ' }), 422, 'request.invalid', '/text');
    const before = await seen(office);
    const key = { 'idempotency-key': 'appeal-one' };
    done(await township.post(path, appeal, key), 201);
    const { appeals } = done(await township.post(path, appeal, key), 201).body;
    expect(appeals).toEqual([expect.objectContaining({ ...appeal, ruling: null })]);
    const ruling = `${path}/${appeals[0].id}/ruling`;
    expectRefusal(await township.post(ruling, {}), 403, 'permission.denied');
    expectRefusal(await office.post(`${path}/${id}/ruling`, {}), 404, 'ranking.appeal_not_found');
    const found = done(await office.post(ruling, { upheld: true, note: '下期更正' })).body;
    expect(found.appeals[0].ruling).toMatchObject({ upheld: true, note: '下期更正' });
    expectRefusal(await office.post(ruling, { upheld: false, note: '再议' }), 409, 'ranking.already_ruled');
    expect({ ...found, appeals: [] }).toEqual({ ...before, appeals: [] });
    expect((await seen(department)).appeals).toEqual([]);
  });
});
