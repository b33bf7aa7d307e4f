import { accepted, refused, type Decision, type Declined } from '../decision';
import { MEASURES, RATE_CODES, RATES, type Figure, type RateCode } from '../statistics';
import type { Direction, RankingScheme, SchemeComponent } from './scheme';
import { FULL_MARKS } from './score';

/** The terms of a scheme before it has a version. */
export type SchemeTerms = Omit<RankingScheme, 'version'>;

const ADVERSE: readonly RateCode[] = ['rework', 'return', 'overdue'];

/** Rates a ranking may use: both figures are counts of tickets, so that every point opens to its tickets. */
export const RANKED_RATES: readonly RateCode[] = RATE_CODES.filter((code) => {
  const { numerator, denominator } = RATES[code];
  return [numerator, denominator].every((figure: Figure) => MEASURES.some((measure) => measure === figure));
});

const directionOf = (rate: RateCode): Direction => (ADVERSE.includes(rate) ? 'deduct' : 'earn');

/** A scheme that can be ranked by, or what is wrong with it; what a field may hold has been checked at the door. */
export function judgeScheme(terms: SchemeTerms): Decision<SchemeTerms> {
  const { components } = terms;
  for (const [index, component] of components.entries()) {
    const objection = objectionTo(component, components.slice(0, index), `/components/${String(index)}`);
    if (objection !== null) return objection;
  }
  const weights = (direction: Direction): number =>
    components.reduce((total, each) => total + (each.direction === direction ? each.weight : 0), 0);
  if (weights('earn') !== FULL_MARKS) {
    return bad(`得分项的权重合计应为 ${String(FULL_MARKS)}，现为 ${String(weights('earn'))}`, '/components');
  }
  if (weights('deduct') > FULL_MARKS) {
    return bad(`扣分项的权重合计不能超过 ${String(FULL_MARKS)}`, '/components');
  }
  return accepted(terms);
}

function objectionTo(
  { code, rate, direction }: SchemeComponent,
  earlier: readonly SchemeComponent[],
  pointer: string,
): Declined | null {
  if (earlier.some((each) => each.code === code)) return bad('代码重复', `${pointer}/code`);
  if (earlier.some((each) => each.rate === rate)) return bad('同一比率只能计一次', `${pointer}/rate`);
  if (!RANKED_RATES.includes(rate)) return bad('该比率不由件数构成，不能逐件核对', `${pointer}/rate`);
  const right = directionOf(rate);
  if (direction === right) return null;
  const { label } = RATES[rate];
  return bad(right === 'earn' ? `${label}应为得分项` : `${label}应为扣分项`, `${pointer}/direction`);
}

const bad = (detail: string, pointer: string): Declined => refused('ranking.scheme', detail, pointer);
