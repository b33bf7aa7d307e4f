import type { ShownRanking } from '@zhuqi/application';
import {
  pointsText,
  RATES,
  type ComponentScore,
  type Measure,
  type RankingRow,
  type RankingScheme,
  type RankingTable,
  type Tenths,
} from '@zhuqi/domain';
import { isoOf } from '../edge';
import { countedTicketsUrl, type CountedFrom } from '../statistics/counted-tickets-url';
import type {
  ComponentScoreView,
  EvidenceView,
  PointsView,
  RankingRowView,
  RankingView,
  SchemeView,
} from './ranking.view';

type Evidence = (measure: Measure, count: number) => EvidenceView;

/** A table with an address behind every number. */
export function rankingView(shown: ShownRanking): RankingView {
  const { kind, regionCode, from, to, asOf, scheme, previous, ranked, apart, rankedCount } = shown.table;
  const row = (each: RankingRow): RankingRowView => rowView(each, evidenceOf(shown, each.key));
  return {
    ...{ kind, regionCode, from, to, asOf: isoOf(asOf), scheme: schemeView(scheme) },
    previous: previous === null ? null : { ...previous, asOf: isoOf(previous.asOf) },
    ...{ ranked: ranked.map(row), apart: apart.map(row), rankedCount },
  };
}

function rowView(row: RankingRow, evidence: Evidence): RankingRowView {
  const { key, label, rank, points, exactPoints, collected, assessedWeight, components, signals, movement } =
    row;
  return {
    ...{ key, label, rank, points: pointsView(points), exactPoints, assessedWeight },
    collected: evidence('collected', collected),
    components: components.map((each) => componentView(each, evidence)),
    signals: signals.map((signal) => ({ label: signal.label, ...evidence(signal.measure, signal.count) })),
    movement: movement === null ? null : { ...movement },
  };
}

function componentView(score: ComponentScore, evidence: Evidence): ComponentScoreView {
  const { code, label, weight, direction, rateCode, rate, numerator, denominator } = score;
  return {
    ...{ code, label, weight, direction, rate: { code: rateCode, ...rate } },
    points: pointsView(score.points),
    numerator: evidence(numerator, rate.numerator),
    denominator: evidence(denominator, rate.denominator),
  };
}

/** Every number of a row opens to the tickets it counts, as far as its reader may see them. */
function evidenceOf({ table, readable }: ShownRanking, key: string): Evidence {
  const url = countedTicketsUrl(countedFrom(table), [{ dimension: table.kind, key }]);
  return (measure, count) => ({
    ...{ measure, count, ticketsUrl: `${url}&measure=${measure}` },
    readable: readable === null ? count : (readable.get(key)?.[measure] ?? 0),
  });
}

const countedFrom = ({ regionCode, from, to, asOf }: RankingTable): CountedFrom => ({
  ...{ regionCode, from, to, asOf, withoutComplaints: true },
  basis: 'cohort',
  population: 'enterprise',
});

const pointsView = (points: Tenths | null): PointsView | null =>
  points === null ? null : { tenths: points, display: pointsText(points) };

/** A scheme with what each of its rates means. */
export const schemeView = ({ version, minimumSample, components }: RankingScheme): SchemeView => ({
  version,
  minimumSample,
  components: components.map((each) => ({ ...each, definition: RATES[each.rate].definition })),
});
