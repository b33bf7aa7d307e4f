import { BASES, ResolutionStatistics, type Basis } from '@zhuqi/application';
import {
  businessDayOf,
  DIMENSIONS,
  districtReader,
  POPULATIONS,
  type Dimension,
  type Figures,
  type Instant,
  type Population,
} from '@zhuqi/domain';
import { withPersistence } from '@zhuqi/persistence';
import { RealTimeModule } from '@zhuqi/platform';
import type { ClonedDatabase } from '../../support/database';
import { cloneDemoDatabase } from '../../support/demo-database';
import {
  cohortFigures,
  flowFigures,
  historiesOf,
  isNothing,
  standAt,
  sumOf,
  type Period,
  type TicketHistory,
} from './history';

const DISTRICT = '220105';
const YEAR: Period = { from: '2023-01-01', to: '2023-12-31' };
const PERIODS: readonly Period[] = [
  YEAR,
  { from: '2023-03-01', to: '2023-05-31' },
  { from: '2023-06-10', to: '2023-06-20' },
];
const PAIRS: readonly (readonly Dimension[])[] = [
  [],
  ...DIMENSIONS.map((dimension): Dimension[] => [dimension]),
  ['township', 'month'],
  ['tier', 'category'],
];

const KEY: Record<Dimension, (history: TicketHistory, asOf: Instant) => string | null> = {
  region: ({ under }) => under.regionCode,
  township: ({ under }) => under.townshipId,
  department: ({ under }) => under.departmentId,
  industry: ({ under }) => under.industry,
  officer: ({ under }) => under.officerId,
  leader: ({ under }) => under.leaderId,
  category: ({ under }) => under.category,
  tier: (history, asOf) => tierAt(history, asOf),
  month: ({ collectedAt }) => (collectedAt === null ? null : businessDayOf(collectedAt).slice(0, 7)),
};

const tierAt = (history: TicketHistory, asOf: Instant): string | null => {
  const { tier } = standAt(history, asOf);
  return tier === null ? null : String(tier);
};

interface Question extends Period {
  readonly basis: Basis;
  readonly population: Population;
  readonly asOf: Instant;
}

/** From nothing but the events: the rows of a report, by their keys. */
function recounted(
  histories: readonly TicketHistory[],
  question: Question,
  groupBy: readonly Dimension[],
): Record<string, Figures> {
  const { basis, population, asOf } = question;
  const figuresOf = basis === 'cohort' ? cohortFigures : flowFigures;
  const rows = new Map<string, Figures[]>();
  for (const history of histories) {
    const figures = figuresOf(history, question, asOf);
    if (history.under.population !== population || isNothing(figures)) continue;
    const key = groupBy.map((dimension) => KEY[dimension](history, asOf) ?? '').join('|');
    rows.set(key, [...(rows.get(key) ?? []), figures]);
  }
  return Object.fromEntries([...rows].map(([key, list]) => [key, sumOf(list)]));
}

/** Twenty of the moments at which something happened, spread over the demo, half of them a millisecond earlier. */
function twentyInstants(histories: readonly TicketHistory[]): Instant[] {
  const moments = histories.flatMap(({ stands }) => stands.map(({ at }) => at)).sort((a, b) => a - b);
  return Array.from({ length: 20 }, (_, index) => {
    const at = moments[Math.floor(((index + 1) * (moments.length - 1)) / 20)] ?? 0;
    return index % 2 === 0 ? at : at - 1;
  });
}

describe('the figures of the demo district', () => {
  let database: ClonedDatabase;

  beforeAll(async () => {
    database = await cloneDemoDatabase();
  }, 120_000);

  afterAll(() => database.drop());

  it('as of twenty instants are what the events alone come to, whatever they are cut by', async () => {
    const histories = (await historiesOf(database.url)).filter(({ under }) => under.regionCode === DISTRICT);
    const reader = districtReader({ code: DISTRICT, codes: [DISTRICT] });
    let compared = 0;
    await withPersistence({ url: database.url, modules: [RealTimeModule] }, async (ports) => {
      const statistics = ports.get(ResolutionStatistics);
      for (const [index, asOf] of twentyInstants(histories).entries()) {
        const groupings = PAIRS.filter((_, place) => place === 0 || place % 4 === index % 4 || index === 19);
        for (const basis of BASES)
          for (const population of POPULATIONS)
            for (const period of PERIODS)
              for (const groupBy of groupings) {
                const question = { ...period, basis, population, asOf, regionCode: DISTRICT };
                const { rows, total } = await statistics.report(reader, { ...question, groupBy });
                const expected = recounted(histories, question, groupBy);
                expect({ question, groupBy, rows: byKey(rows, groupBy) }).toEqual({
                  question,
                  groupBy,
                  rows: expected,
                });
                expect(total.figures).toEqual(sumOf(Object.values(recounted(histories, question, []))));
                compared += 1;
              }
      }
    });
    expect(compared).toBeGreaterThan(900);
  }, 240_000);

  it('are the published ones at the end of the year', async () => {
    const histories = await historiesOf(database.url);
    const question: Question = {
      ...YEAR,
      basis: 'cohort',
      population: 'enterprise',
      asOf: Number.MAX_SAFE_INTEGER,
    };
    const district = histories.filter(({ under }) => under.regionCode === DISTRICT);
    expect(Object.values(recounted(district, question, []))).toMatchObject([
      { collected: 181, resolved: 161, open: 20 },
    ]);
  });
});

function byKey(
  rows: readonly { readonly pinned: readonly { readonly key: string | null }[]; readonly figures: Figures }[],
  groupBy: readonly Dimension[],
): Record<string, Figures> {
  const counting = rows.filter(({ figures }) => groupBy.length > 0 || !isNothing(figures));
  return Object.fromEntries(
    counting.map(({ pinned, figures }) => [pinned.map(({ key }) => key ?? '').join('|'), figures]),
  );
}
