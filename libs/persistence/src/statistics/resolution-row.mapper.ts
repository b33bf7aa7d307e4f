import type { ResolutionRow } from '@zhuqi/application';
import { FIGURES, mapFigures, type Dimension, type Figures } from '@zhuqi/domain';
import { FIGURE_COLUMN } from './figure-column.sql';
import type { FiguresRow } from './figures.sql';
import type { LabelOf } from './key-labels';

const figures = (row: FiguresRow): Figures => mapFigures((figure) => row[FIGURE_COLUMN[figure]]);

export const keysOf = (row: FiguresRow): readonly (string | null)[] => [row.k0 ?? null, row.k1 ?? null];

export const totalRow = (row: FiguresRow): ResolutionRow => ({
  pinned: [],
  labels: [],
  figures: figures(row),
});

export function keyedRow(
  row: FiguresRow,
  dimensions: readonly Dimension[],
  labels: readonly LabelOf[],
): ResolutionRow {
  const keys = keysOf(row);
  return {
    pinned: dimensions.map((dimension, index) => ({ dimension, key: keys[index] ?? null })),
    labels: labels.map((label, index) => label(keys[index] ?? null)),
    figures: figures(row),
  };
}

/** A key all of whose postings have been taken back has no row. */
export const countsSomething = (row: ResolutionRow): boolean =>
  FIGURES.some((figure) => row.figures[figure] !== 0);

const BY_KEY: readonly Dimension[] = ['tier', 'month'];

/** Tiers and months in their own order, everything else by the most collected; tickets without a key come last. */
export function inReadingOrder(a: ResolutionRow, b: ResolutionRow): number {
  for (const [index, pin] of a.pinned.entries()) {
    const keys: [string | null, string | null] = [pin.key, b.pinned[index]?.key ?? null];
    const order = BY_KEY.includes(pin.dimension) ? nullsLast(...keys) : nullFirstDecides(...keys);
    if (order !== 0) return order;
  }
  return b.figures.collected - a.figures.collected || compare(a.labels.join(), b.labels.join());
}

const nullFirstDecides = (a: string | null, b: string | null): number =>
  Number(a === null) - Number(b === null);
const nullsLast = (a: string | null, b: string | null): number =>
  nullFirstDecides(a, b) || compare(a ?? '', b ?? '');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
