import type { Instant } from '../time';
import type { Tier } from '../ticket/axes';
import type { Ticket } from '../ticket/ticket';
import { mapMeasures, MEASURES, measuresOf, type Measures } from './measures';

/** A signed posting to the book of figures. A figure is a sum of these, so it can be drawn up for any past instant. */
export interface LedgerEntry {
  readonly part: 0 | 1;
  readonly at: Instant;
  readonly tier: Tier | null;
  readonly measures: Measures;
}

const NOTHING = mapMeasures(() => 0);

/**
 * The postings that lead from what the ticket counted for to what it counts for now: the difference, or, when
 * the tier it is counted under changed, everything taken out of the old tier and put into the new one.
 */
export function ledgerEntries(before: Ticket | null, after: Ticket, at: Instant): LedgerEntry[] {
  const old = before === null ? NOTHING : measuresOf(before);
  const now = measuresOf(after);
  const moved = before !== null && before.tier !== after.tier && old.collected === 1;
  if (!moved) return posting(0, at, after.tier, subtract(now, old));
  return [...posting(0, at, before.tier, subtract(NOTHING, old)), ...posting(1, at, after.tier, now)];
}

function posting(part: 0 | 1, at: Instant, tier: Tier | null, measures: Measures): LedgerEntry[] {
  return MEASURES.some((measure) => measures[measure] !== 0) ? [{ part, at, tier, measures }] : [];
}

const subtract = (left: Measures, right: Measures): Measures =>
  mapMeasures((measure) => left[measure] - right[measure]);
