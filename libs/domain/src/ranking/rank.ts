import { compareFractions } from './fraction';
import type { Movement, RankingRow } from './ranking';
import type { RankingScheme } from './scheme';
import { score, type Contestant, type ScoredRow } from './score';

export interface RankedRows {
  readonly ranked: readonly RankingRow[];
  readonly apart: readonly RankingRow[];
}

/** Who stands where. The order does not depend on the order the contestants come in. */
export function rank(contestants: readonly Contestant[], scheme: RankingScheme): RankedRows {
  const scored = contestants.map((contestant) => score(contestant, scheme)).sort(inOrder);
  const ranked: RankingRow[] = [];
  let before: ScoredRow | null = null;
  for (const each of scored.filter(({ exact }) => exact !== null)) {
    const level = before !== null && byPoints(before, each) === 0;
    ranked.push({ ...each.row, rank: level ? (ranked.at(-1)?.rank ?? 1) : ranked.length + 1 });
    before = each;
  }
  return { ranked, apart: scored.filter(({ exact }) => exact === null).map(({ row }) => row) };
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

/** The most points first; who has none comes last. */
function byPoints({ exact: a }: ScoredRow, { exact: b }: ScoredRow): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareFractions(b, a);
}

const inOrder = (a: ScoredRow, b: ScoredRow): number =>
  byPoints(a, b) ||
  b.row.collected - a.row.collected ||
  compare(a.row.label, b.row.label) ||
  compare(a.row.key, b.row.key);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
