import { DECLARED_FIGURES, rateOf, RATES, SIGNALS, type Measure } from '../statistics';
import type { Figures } from '../statistics/ledger';
import { fraction, fractionText, negative, plus, tenthsBelow, times, ZERO, type Fraction } from './fraction';
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

/** A row that is not ranked yet, with its points to the last digit: what decides who stands before whom. */
export interface ScoredRow {
  readonly row: RankingRow;
  /** Null for who is listed apart. */
  readonly exact: Fraction | null;
}

/** A contestant's points with where each comes from. Nothing is rounded before the last step, which only prints. */
export function score({ key, label, figures }: Contestant, scheme: RankingScheme): ScoredRow {
  const parts = scheme.components.map((component) => partOf(figures, component));
  const assessed = parts.filter(({ exact }) => exact !== null);
  const earning = assessed.filter(({ score: { direction } }) => direction === 'earn');
  const assessedWeight = earning.reduce((sum, { score: { weight } }) => sum + weight, 0);
  const enough = figures.collected >= scheme.minimumSample && assessedWeight >= LEAST_ASSESSED;
  const earned = total(earning);
  const deducted = total(assessed.filter(({ score: { direction } }) => direction === 'deduct'));
  const exact = enough ? plus(times(earned, fraction(FULL_MARKS, assessedWeight)), negative(deducted)) : null;
  const row: RankingRow = {
    ...{ key, label, rank: null, collected: figures.collected, assessedWeight },
    components: parts.map((part) => part.score),
    points: exact === null ? null : tenthsBelow(exact),
    exactPoints: exact === null ? null : fractionText(exact),
    signals: signalsOf(figures),
    movement: null,
  };
  return { row, exact };
}

interface Part {
  readonly score: ComponentScore;
  readonly exact: Fraction | null;
}

const total = (parts: readonly Part[]): Fraction =>
  parts.reduce((sum, { exact }) => plus(sum, exact ?? ZERO), ZERO);

function partOf(figures: Figures, component: SchemeComponent): Part {
  const { code, label, weight, direction, rate: rateCode, atLeast } = component;
  const { numerator, denominator } = RATES[rateCode] as { numerator: Measure; denominator: Measure };
  const [counted, of] = [figures[numerator], figures[denominator]];
  const exact = of < atLeast ? null : fraction(weight * counted, of);
  const points = exact === null ? null : tenthsBelow(exact);
  const rate = rateOf(figures, rateCode);
  return {
    score: { code, label, weight, direction, rateCode, rate, numerator, denominator, points },
    exact,
  };
}

const signalsOf = (figures: Figures): RowSignal[] =>
  SIGNALS.map((measure) => ({
    ...{ measure, label: DECLARED_FIGURES[measure].label },
    count: figures[measure],
  }));
