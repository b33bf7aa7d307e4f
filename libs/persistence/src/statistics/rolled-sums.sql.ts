import type { Dimension } from '@zhuqi/domain';
import type { Parameters } from '../access/scope-sql';
import { FIGURE_COLUMN } from './figure-column.sql';
import { regionCondition, type LedgerQuestion } from './ledger-entries.sql';
import type { RolledPlan } from './rolled-plan';

const FIGURES = Object.values(FIGURE_COLUMN);

/** Sums of the rollup. */
export class Sums {
  private readonly region: string;
  private readonly same: string;
  private readonly columns: string;

  constructor({ selection, groupBy }: LedgerQuestion, plan: RolledPlan, parameters: Parameters) {
    this.region = `${regionCondition(selection.regionCodes, parameters, 'r')}
      and r.population = ${parameters.add(selection.population)}`;
    const { from, until } = plan.months;
    this.same = [
      `r.cut = '${plan.cut}'`,
      ...(from === null ? [] : [`r.collected_month >= ${parameters.add(from)}::date`]),
      ...(until === null ? [] : [`r.collected_month < ${parameters.add(until)}::date`]),
      ...(plan.leaderIds === null ? [] : ['not r.confidential']),
    ].join(' and ');
    const keys = groupBy.map((dimension, index) => `${rollupKey(dimension)} as k${String(index)}`);
    this.columns = [...keys, ...FIGURES.map((column) => `r.${column}`)].join(', ');
  }

  mark(asOf: string): string {
    return `mark as materialized (select coalesce(max(r.last_at) <= ${asOf}, true) as early from ledger_rollup r
      where ${this.region} and r.cut = 'all' and r.level = 'ever')`;
  }

  where(stretch: string, when: string): string {
    return `select ${this.columns} from ledger_rollup r
      where ${this.region} and ${this.same} and ${stretch} and ${when}`;
  }
}

function rollupKey(dimension: Dimension): string {
  if (dimension === 'region') return 'r.region_code';
  if (dimension === 'month') return `to_char(r.collected_month, 'YYYY-MM')`;
  return `nullif(r.key, '')`;
}
