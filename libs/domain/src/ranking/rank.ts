import type { Movement, RankingRow } from './ranking';
import type { RankingScheme } from './scheme';
import { score, type Contestant } from './score';

export interface RankedRows {
  readonly ranked: readonly RankingRow[];
  readonly apart: readonly RankingRow[];
}

/** Who stands where. The order does not depend on the order the contestants come in. */
export function rank(contestants: readonly Contestant[], scheme: RankingScheme): RankedRows {
  const rows = contestants.map((contestant) => score(contestant, scheme)).sort(inOrder);
  const scored = rows.filter(({ points }) => points !== null);
  return {
    ranked: scored.map((row) => ({
      ...row,
      rank: 1 + scored.filter(({ points }) => (points ?? 0) > (row.points ?? 0)).length,
    })),
    apart: rows.filter(({ points }) => points === null),
  };
}

/** The rows of one period with where they stood in the one before. */
export function withMovements({ ranked, apart }: RankedRows, before: RankedRows): RankedRows {
  const earlier = new Map(before.ranked.map(({ key, rank: stood }) => [key, stood]));
  return {
    ranked: ranked.map((row) => ({ ...row, movement: movement(row.rank, earlier.get(row.key) ?? null) })),
    apart,
  };
}

function movement(now: number | null, previousRank: number | null): Movement {
  if (now === null || previousRank === null) return { kind: 'new', previousRank: null, by: null };
  const by = previousRank - now;
  return { kind: by > 0 ? 'up' : by < 0 ? 'down' : 'same', previousRank, by };
}

function inOrder(a: RankingRow, b: RankingRow): number {
  const byPoints = (b.points ?? Number.NEGATIVE_INFINITY) - (a.points ?? Number.NEGATIVE_INFINITY);
  // Two rows without points subtract to NaN, which is as good as equal.
  return byPoints || b.collected - a.collected || compare(a.label, b.label) || compare(a.key, b.key);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
