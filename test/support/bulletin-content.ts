import {
  bulletinFigures,
  DEFAULT_SCHEME,
  DEFINITIONS,
  mapFigures,
  movementsOf,
  type BulletinContent,
  type BulletinFigures,
  type BulletinPopulation,
  type BulletinRow,
  type BulletinTicket,
  type Figures,
  type RankingKind,
  type RankingRow,
  type RankingTable,
} from '@zhuqi/domain';

/** 2024-01-02 08:30 in China. */
export const AS_OF = Date.UTC(2024, 0, 2, 0, 30);

/** Figures, all but those named zero. */
export const figuresFor = (known: Partial<Figures>): BulletinFigures =>
  bulletinFigures(mapFigures((figure) => known[figure] ?? 0));

const NOTHING = figuresFor({});

export const cutRow = (
  label: string,
  toDate: Partial<Figures>,
  period: Partial<Figures> = {},
): BulletinRow => ({
  ...{ key: label, label, toDate: figuresFor(toDate), period: figuresFor(period) },
});

/** A population with the rows given in each cut. */
export function populationFor(
  known: { toDate?: Partial<Figures>; period?: Partial<Figures>; previous?: Partial<Figures> },
  rows: readonly BulletinRow[] = [],
): BulletinPopulation {
  const [toDate = {}, period = {}, previous = {}] = [known.toDate, known.period, known.previous];
  const sides = { period: figuresFor(period), previous: figuresFor(previous) };
  return {
    ...{ toDate: figuresFor(toDate), ...sides, complaints: { toDate: 0, period: 0 } },
    movements: movementsOf(sides.period.figures, sides.previous.figures),
    cuts: { township: rows, department: rows, industry: rows, category: rows, tier: rows },
  };
}

export const EMPTY_POPULATION: BulletinPopulation = {
  ...{ toDate: NOTHING, period: NOTHING, previous: NOTHING, complaints: { toDate: 0, period: 0 } },
  ...{ movements: [], cuts: { township: [], department: [], industry: [], category: [], tier: [] } },
};

export const ticketFor = (number: string, title: string): BulletinTicket => ({
  ...{ ticketId: number, number, population: 'enterprise', confidential: false, title },
  ...{ enterprise: '长春飞荣餐饮管理有限公司', unit: '东盛街道', tier: 2 },
});

export const tableFor = (
  kind: RankingKind,
  ranked: readonly RankingRow[] = [],
  apart: readonly RankingRow[] = [],
): RankingTable => ({
  ...{ schema: 1, kind, regionCode: '220105', scheme: DEFAULT_SCHEME, ranked, apart },
  ...{ from: '2023-01-01', to: '2023-12-31', asOf: AS_OF, rankedCount: ranked.length },
  previous: { from: '2023-01-01', to: '2023-11-30', asOf: AS_OF, schemeVersion: 0 },
});

/** A bulletin of a district in which nothing has happened. */
export const EMPTY_BULLETIN: BulletinContent = {
  ...{ schema: 1, kind: 'monthly', regionCode: '220105', regionName: '二道区' },
  issuer: '二道区助企纾困工作领导小组办公室',
  number: { year: 2024, ordinal: 1 },
  title: '关于二道区2023年12月企业诉求办理情况的通报',
  ...{ from: '2023-12-01', to: '2023-12-31', asOf: AS_OF, toDateFrom: '2023-01-01' },
  previous: { from: '2023-11-01', to: '2023-11-30' },
  districts: null,
  populations: { enterprise: EMPTY_POPULATION, project: EMPTY_POPULATION },
  ...{ red: [], escalations: [], suspended: [], signals: [], targets: [] },
  rankings: {
    ...{ township: tableFor('township'), department: tableFor('department'), officer: tableFor('officer') },
  },
  definitions: DEFINITIONS,
};
