import { scopeOf, type Day, type Dimension } from '@zhuqi/domain';
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
  const first = from === null || isFirst(from) ? from : monthAfter(from);
  const until = to === null ? null : isLast(to) ? monthAfter(to) : firstOf(to);
  if (first !== null && until !== null && first >= until) return null;
  const before = from === null || first === from ? [] : [{ from, to: lastOf(from) }];
  const after = to === null || isLast(to) ? [] : [{ from: firstOf(to), to }];
  return { months: { from: first, until }, days: [...before, ...after] };
}

const isFirst = (day: Day): boolean => day.endsWith('-01');
const firstOf = (day: Day): Day => `${day.slice(0, 7)}-01`;
const isLast = (day: Day): boolean => day === lastOf(day);
const lastOf = (day: Day): Day => dayAt(Date.UTC(yearOf(day), monthOf(day), 0));
const monthAfter = (day: Day): Day => dayAt(Date.UTC(yearOf(day), monthOf(day), 1));
const dayAt = (utc: number): Day => new Date(utc).toISOString().slice(0, 10);
const yearOf = (day: Day): number => Number(day.slice(0, 4));
const monthOf = (day: Day): number => Number(day.slice(5, 7));
