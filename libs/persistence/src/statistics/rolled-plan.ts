import { monthBegins, monthEnds, nextMonthBegins, scopeOf, type Day, type Dimension } from '@zhuqi/domain';
import type { LedgerQuestion } from './ledger-entries.sql';
import type { RollupCut } from './rollup-cut';

/** Which part of a question the rollup answers, and which its entries. */
export interface RolledPlan {
  readonly cut: RollupCut;
  /** Null: confidential tickets like all others. Otherwise of these only those led by one of the leaders. */
  readonly leaderIds: readonly string[] | null;
  /** Whole months of collection: the first days of the first one and of the one after the last; null is no bound. */
  readonly months: { readonly from: Day | null; readonly until: Day | null };
  /** Days of collection before and after them, first and last included. */
  readonly days: readonly { readonly from: Day; readonly to: Day }[];
}

/**
 * The plan of a question; null when only the entries can answer it. The rollup knows cohorts, one cut beside region
 * and month, and readers of whole regions.
 */
export function rolledPlan(question: LedgerQuestion): RolledPlan | null {
  const { selection, pinned, groupBy } = question;
  const cuts = groupBy.filter(isCut);
  if (selection.basis !== 'cohort' || pinned.length > 0 || cuts.length > 1) return null;
  const leaderIds = wholeRegionsOf(question);
  const period = wholeMonthsOf(question);
  if (leaderIds === undefined || period === null) return null;
  return { cut: cuts[0] ?? 'all', leaderIds, ...period };
}

const isCut = (dimension: Dimension): dimension is Exclude<RollupCut, 'all'> =>
  dimension !== 'region' && dimension !== 'month';

/** The regions of a settled question are all within the reader's; whoever has other ways to tickets reads entries. */
function wholeRegionsOf({ reader }: LedgerQuestion): readonly string[] | null | undefined {
  const scope = scopeOf(reader);
  if (scope.regionCodes.length === 0) return undefined;
  if (scope.confidentialToo) return null;
  const otherWays = scope.enterpriseIds.length > 0 || scope.unitIds.length > 0 || scope.heldByPerson;
  return otherWays ? undefined : scope.leaderIds;
}

/** Null when there is no whole month in the period. Nothing is collected after the instant of the question. */
function wholeMonthsOf({ selection }: LedgerQuestion): Pick<RolledPlan, 'months' | 'days'> | null {
  const { from, asOfDay } = selection;
  const to = selection.to !== null && selection.to < asOfDay ? selection.to : null;
  const first = from === null || isFirst(from) ? from : nextMonthBegins(from);
  const until = to === null ? null : isLast(to) ? nextMonthBegins(to) : monthBegins(to);
  if (first !== null && until !== null && first >= until) return null;
  const before = from === null || first === from ? [] : [{ from, to: monthEnds(from) }];
  const after = to === null || isLast(to) ? [] : [{ from: monthBegins(to), to }];
  return { months: { from: first, until }, days: [...before, ...after] };
}

const isFirst = (day: Day): boolean => day === monthBegins(day);
const isLast = (day: Day): boolean => day === monthEnds(day);
