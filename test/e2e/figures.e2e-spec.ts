import { DECLARED_FIGURES, FIGURES, MEASURES, RATE_CODES, RATES, rateOf, type Figures } from '@zhuqi/domain';
import { openDemoApp, type DemoApp } from '../support/demo-app';

const YEAR = 'regionCode=220105&from=2023-01-01&to=2023-12-31';
const PATH = '/statistics/resolution';

interface Row extends Figures {
  readonly label: string;
  readonly rates: Record<string, { numerator: number; denominator: number; display: string | null }>;
  readonly ticketsUrl: string;
}

describe('every published figure', () => {
  let demo: DemoApp;

  beforeAll(async () => {
    demo = await openDemoApp();
  }, 120_000);

  afterAll(() => demo.close());

  const rowsOf = async (query: string, who: 'office' | 'auditor' | 'leader' = 'office'): Promise<Row[]> => {
    const answer = await (await demo.signIn(who)).get(`${PATH}?${query}`);
    expect(answer.status).toBe(200);
    return [...(answer.body.rows as Row[]), answer.body.total as Row];
  };

  const listed = async (url: string, measure: string): Promise<number> => {
    const own = url.replace('/api/v1', '');
    const answer = await (await demo.signIn('office')).get(`${own}&measure=${measure}&limit=1&total=true`);
    return answer.body.total as number;
  };

  it.each([
    ['a cohort by tier', `${YEAR}&groupBy=tier`],
    ['a cohort in the middle of the year', `${YEAR}&asOf=2023-07-14T10:00:00%2B08:00&groupBy=none`],
    ['a flow', 'regionCode=220105&from=2023-06-01&to=2023-06-30&basis=flow&groupBy=none'],
    ['the problems of projects', `${YEAR}&population=project&groupBy=none`],
  ])(
    'of %s is as long as its list',
    async (_what, query) => {
      for (const row of await rowsOf(query)) {
        for (const measure of MEASURES) {
          expect([row.label, measure, await listed(row.ticketsUrl, measure)]).toEqual([
            row.label,
            measure,
            row[measure],
          ]);
        }
      }
    },
    120_000,
  );

  it('comes with every declared rate, printed as declared', async () => {
    for (const row of await rowsOf(`${YEAR}&groupBy=township`)) {
      for (const code of RATE_CODES) expect(row.rates[code]).toEqual(rateOf(row, code));
    }
    const [total] = (await rowsOf(YEAR)).slice(-1);
    expect(total?.rates['resolution']).toEqual({ numerator: 161, denominator: 181, display: '88.9%' });
  });

  it('says what it counts, and how its rates are printed', async () => {
    const { body } = await (await demo.signIn('enterprise')).get('/statistics/declarations');
    expect(body.figures).toEqual(
      FIGURES.map((code) => expect.objectContaining({ code, definition: DECLARED_FIGURES[code].definition })),
    );
    expect(body.rates).toContainEqual({ code: 'resolution', ...RATES.resolution });
    expect((body.bases as { code: string }[]).map(({ code }) => code)).toEqual(['cohort', 'flow']);
    expect(body.populations).toEqual([
      { code: 'enterprise', label: '企业诉求' },
      { code: 'project', label: '项目问题' },
    ]);
  });
});
