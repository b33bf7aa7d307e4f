import { DECLARED_FIGURES, rateOf, RATES, SIGNALS, type Measure } from '../statistics';
import type { Figures } from '../statistics/ledger';
import type { ComponentScore, RankingRow, RowSignal } from './ranking';
import type { RankingScheme, SchemeComponent } from './scheme';

/** Somebody to be ranked, with what was counted for it. */
export interface Contestant {
  readonly key: string;
  readonly label: string;
  readonly figures: Figures;
}

/** What all earning components of a scheme add up to. */
export const FULL_MARKS = 100;
/** Who can be assessed by less than this of it is not compared with the others. */
const LEAST_ASSESSED = 50;
const TENTHS = 10;

/** A contestant's points with where each comes from; not ranked yet. */
export function score({ key, label, figures }: Contestant, scheme: RankingScheme): RankingRow {
  const components = scheme.components.map((component) => componentScore(figures, component));
  const assessed = components.filter(({ points }) => points !== null);
  const earning = assessed.filter(({ direction }) => direction === 'earn');
  const assessedWeight = sum(earning.map(({ weight }) => weight));
  const enough = figures.collected >= scheme.minimumSample && assessedWeight >= LEAST_ASSESSED;
  const earned = sum(earning.map(({ points }) => points ?? 0));
  const deducted = sum(assessed.map(({ direction, points }) => (direction === 'deduct' ? (points ?? 0) : 0)));
  return {
    ...{ key, label, rank: null, collected: figures.collected, assessedWeight, components },
    points: enough ? Math.floor((earned * FULL_MARKS) / assessedWeight) - deducted : null,
    signals: signalsOf(figures),
    movement: null,
  };
}

/** In whole tenths, cut and never rounded up, whether they are earned or taken away. */
function componentScore(figures: Figures, component: SchemeComponent): ComponentScore {
  const { code, label, weight, direction, rate: rateCode, atLeast } = component;
  const { numerator, denominator } = RATES[rateCode] as { numerator: Measure; denominator: Measure };
  const [counted, of] = [figures[numerator], figures[denominator]];
  return {
    ...{ code, label, weight, direction, rateCode, rate: rateOf(figures, rateCode), numerator, denominator },
    points: of < atLeast ? null : Math.floor((weight * TENTHS * counted) / of),
  };
}

const signalsOf = (figures: Figures): RowSignal[] =>
  SIGNALS.map((measure) => ({
    ...{ measure, label: DECLARED_FIGURES[measure].label },
    count: figures[measure],
  }));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
