import type { Instant } from '../time';
import type { Tier } from '../ticket/axes';
import type { Ticket } from '../ticket/ticket';
import { AMOUNTS, amountsOf, MEASURES, measuresOf, type Amounts, type Measures } from './measures';

/** Counts and amounts together: what one posting carries. */
export type Figures = Measures & Amounts;

/** A signed posting to the book of figures. A figure is a sum of these, so it can be drawn up for any past instant. */
export interface LedgerEntry {
  readonly part: 0 | 1;
  readonly at: Instant;
  readonly tier: Tier | null;
  readonly figures: Figures;
}

export const FIGURES = [...MEASURES, ...AMOUNTS] as const;

/** Every figure at 0. */
const NOTHING = Object.fromEntries(FIGURES.map((figure) => [figure, 0])) as unknown as Figures;

/** Figures worked out one by one. A copy of one shape is filled: this runs for every posting ever made. */
export function mapFigures(value: (figure: keyof Figures) => number): Figures {
  const figures: Record<keyof Figures, number> = { ...NOTHING };
  for (const figure of FIGURES) figures[figure] = value(figure);
  return figures;
}

/** Everything the ticket counts for as it stands. */
export function figuresOf(ticket: Ticket): Figures {
  const measures = measuresOf(ticket);
  return { ...measures, ...amountsOf(ticket, measures) };
}

/**
 * The postings that lead from what the ticket counted for to what it counts for now: the difference, or, when
 * the tier it is counted under changed, everything taken out of the old tier and put into the new one.
 */
export function ledgerEntries(before: Ticket | null, after: Ticket, at: Instant): LedgerEntry[] {
  const old = before === null ? NOTHING : figuresOf(before);
  const now = figuresOf(after);
  const moved = before !== null && before.tier !== after.tier && old.collected === 1;
  if (!moved) return posting(0, at, after.tier, subtract(now, old));
  return [...posting(0, at, before.tier, subtract(NOTHING, old)), ...posting(1, at, after.tier, now)];
}

function posting(part: 0 | 1, at: Instant, tier: Tier | null, figures: Figures): LedgerEntry[] {
  return FIGURES.some((figure) => figures[figure] !== 0) ? [{ part, at, tier, figures }] : [];
}

const subtract = (left: Figures, right: Figures): Figures =>
  mapFigures((figure) => left[figure] - right[figure]);
