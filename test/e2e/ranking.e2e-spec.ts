import type { Answer, Caller } from '../support/demo-app';
import { done, expectRefusal, openLifecycle, type Lifecycle } from './lifecycle-stage';

const YEAR = 'from=2023-01-01&to=2023-12-31';
type Row = Answer['body'];

const rowsOf = (table: Answer['body']): Row[] => [...table.ranked, ...table.apart];
const evidenceOf = (row: Row): Row[] => [
  ...[row.collected, ...row.signals],
  ...row.components.flatMap(({ numerator, denominator }: Row) => [numerator, denominator]),
];

describe('rankings of the demo district', () => {
  let stage: Lifecycle;
  beforeAll(async () => {
    stage = await openLifecycle();
  });
  afterAll(() => stage.close());

  const ranking = async (caller: Caller, kind: string, more = ''): Promise<Answer['body']> =>
    done(await caller.get(`/rankings?kind=${kind}&${YEAR}${more}`)).body;

  /** The numbers whose lists are not as long as they say. */
  async function wrongLists(caller: Caller, rows: readonly Row[]): Promise<object[]> {
    const wrong: object[] = [];
    const all = new Map(rows.flatMap(evidenceOf).map((each) => [each.ticketsUrl, each]));
    for (const { ticketsUrl, count, readable } of all.values()) {
      const { total } = done(await caller.get(`${ticketsUrl}&limit=1&total=true`)).body;
      if (total !== readable || readable > count) wrong.push({ ticketsUrl, count, readable, total });
    }
    return wrong;
  }

  it('rank every township once by points that open to their tickets', async () => {
    const { office } = stage.cast;
    const table = await ranking(office, 'township');
    const ranks = table.ranked.map(({ rank }: Row) => rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(table.rankedCount).toBe(table.ranked.length);
    expect(rowsOf(table).length).toBeLessThanOrEqual(9);
    expect(table.ranked.length).toBeGreaterThan(1);
    expect(
      rowsOf(table)
        .flatMap(evidenceOf)
        .every(({ count, readable }) => count === readable),
    ).toBe(true);
    expect(await wrongLists(office, rowsOf(table))).toEqual([]);
  });

  it('are made of the published figures', async () => {
    const { office } = stage.cast;
    for (const kind of ['township', 'department', 'officer']) {
      const table = await ranking(office, kind);
      const asOf = encodeURIComponent(table.asOf);
      const query = `groupBy=${kind}&complaints=without&${YEAR}&asOf=${asOf}`;
      const { rows } = done(await office.get(`/statistics/resolution?${query}`)).body;
      const figures = new Map(rows.map((row: Row) => [row.key, row]));
      for (const row of rowsOf(table)) {
        const published: Row = figures.get(row.key);
        for (const { measure, count } of evidenceOf(row))
          expect([measure, count]).toEqual([measure, published[measure]]);
      }
      expect(rowsOf(table).length).toBe(rows.filter(({ key }: Row) => key !== null).length);
    }
  });

  it('show a township its own row with its rank among all, and no other', async () => {
    const { office, township } = stage.cast;
    const whole = await ranking(office, 'township', `&asOf=2023-10-20T01:00:00Z`);
    const own = await ranking(township, 'township', `&asOf=2023-10-20T01:00:00Z`);
    expect(rowsOf(own).map(({ key }) => key)).toEqual([stage.unit.township]);
    expect(own.rankedCount).toBe(whole.rankedCount);
    const same = rowsOf(whole).find(({ key }) => key === stage.unit.township);
    expect(rowsOf(own)[0]).toMatchObject({ rank: same.rank, points: same.points, movement: same.movement });
    expect(await wrongLists(township, rowsOf(own))).toEqual([]);
    expect(rowsOf(await ranking(township, 'department'))).toEqual([]);
  });

  it('show an officer itself and nobody else', async () => {
    const { officer, office } = stage.cast;
    const me = (await officer.get('/me')).body.id;
    const own = await ranking(officer, 'officer');
    expect(rowsOf(own).every(({ key }) => key === me)).toBe(true);
    expect(own.rankedCount).toBe((await ranking(office, 'officer')).rankedCount);
    expect(await wrongLists(officer, rowsOf(own))).toEqual([]);
  });

  it('open to the leader, the city and the auditor as far as they may read', async () => {
    const { leader, city, auditor } = stage.cast;
    for (const reader of [leader, auditor]) {
      expect(await wrongLists(reader, rowsOf(await ranking(reader, 'department')))).toEqual([]);
    }
    const district = await ranking(city, 'township', '&regionCode=220105&asOf=2023-10-20T01:00:00Z');
    const theirs = await ranking(auditor, 'township', '&regionCode=220105&asOf=2023-10-20T01:00:00Z');
    expect(district.ranked).toEqual(theirs.ranked);
  });

  it('are nothing for enterprises, and of no other district', async () => {
    const { enterprise, office } = stage.cast;
    expectRefusal(await enterprise.get(`/rankings?kind=township&${YEAR}`), 403, 'permission.denied');
    const elsewhere = await office.get(`/rankings?kind=township&${YEAR}&regionCode=220106`);
    expectRefusal(elsewhere, 404, 'statistics.region');
  });

  it('need a period that begins before it ends', async () => {
    const { office } = stage.cast;
    const asked = (query: string): Promise<Answer> => office.get(`/rankings?${query}`);
    expectRefusal(await asked('kind=township&from=2023-02-01&to=2023-01-31'), 422, 'request.invalid', '/to');
    expectRefusal(
      await asked('kind=township&from=0001-01-01&to=2023-01-31'),
      422,
      'request.invalid',
      '/from',
    );
    const before = 'from=2023-02-01&to=2023-02-28&asOf=2023-01-31T15:59:59Z';
    expectRefusal(await asked(`kind=township&${before}`), 422, 'request.invalid', '/asOf');
    expectRefusal(await asked('kind=village&from=2023-01-01&to=2023-01-31'), 422, 'request.invalid', '/kind');
    expectRefusal(await asked('kind=township&from=2023-01-01'), 422, 'request.invalid', '/to');
  });

  it('compare with the period before at the same distance, new where there was none', async () => {
    const { office } = stage.cast;
    const october = done(await office.get('/rankings?kind=township&from=2023-10-01&to=2023-10-31')).body;
    expect(october.previous).toMatchObject({ from: '2023-09-01', to: '2023-09-30', schemeVersion: 0 });
    expect(Date.parse(october.asOf) - Date.parse(october.previous.asOf)).toBe(30 * 86_400_000);
    const year = await ranking(office, 'township');
    expect(year.ranked.every(({ movement }: Row) => movement.kind === 'new')).toBe(true);
  });

  it('leave complaints about staff out, of which the ranked must learn nothing', async () => {
    const { officer, office } = stage.cast;
    const me = (await officer.get('/me')).body.id;
    const before = await ranking(officer, 'officer');
    const of = async (complaints: string): Promise<number> => {
      const { rows } = done(
        await office.get(`/statistics/resolution?groupBy=officer&complaints=${complaints}&${YEAR}`),
      ).body;
      return rows.find(({ key }: Row) => key === me)?.collected ?? 0;
    };
    const [counted, ranked] = [await of('with'), await of('without')];
    await stage.submitted({ aboutPersonId: me });
    expect([await of('with'), await of('without')]).toEqual([counted + 1, ranked]);
    const after = await ranking(officer, 'officer');
    expect([after.ranked, after.apart].flat().map(({ collected }) => collected.count)).toEqual(
      rowsOf(before).map(({ collected }) => collected.count),
    );
  });
});
