import { RATE_CODES, RATES, ratesOf, type Figure } from '../statistics';
import { FIGURES, mapFigures, type Figures } from '../statistics/ledger';
import type { BulletinDefinition, BulletinFigures, BulletinMovement, BulletinRow } from './content';

/** Figures with their declared rates. */
export const bulletinFigures = (figures: Figures): BulletinFigures => ({ figures, rates: ratesOf(figures) });

const NOTHING: Figures = mapFigures(() => 0);

/** What changed from one period to the next, figure by figure. */
export const movementsOf = (now: Figures, before: Figures): BulletinMovement[] =>
  FIGURES.map((figure: Figure) => ({
    figure,
    now: now[figure],
    before: before[figure],
    change: now[figure] - before[figure],
  }));

/** A key of a cut with the figures it has on one of the two sides. */
export interface CutRow {
  readonly key: string | null;
  readonly label: string;
  readonly figures: Figures;
}

/** The rows of both sides, key by key in the order of the cohort; what only the period knows comes after. */
export function cutRows(toDate: readonly CutRow[], period: readonly CutRow[]): BulletinRow[] {
  const inPeriod = new Map(period.map((row) => [row.key, row.figures]));
  const known = new Set(toDate.map(({ key }) => key));
  const late = period.filter(({ key }) => !known.has(key)).map((row) => ({ ...row, figures: NOTHING }));
  return [...toDate, ...late].map(({ key, label, figures }) => ({
    ...{ key, label },
    period: bulletinFigures(inPeriod.get(key) ?? NOTHING),
    toDate: bulletinFigures(figures),
  }));
}

/** The definitions as they are now, to be kept with the figures. */
export const DEFINITIONS: readonly BulletinDefinition[] = RATE_CODES.map((code) => ({
  code,
  ...RATES[code],
}));
