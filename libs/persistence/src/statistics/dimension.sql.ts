import type { Basis, PinnedKey } from '@zhuqi/application';
import type { Dimension } from '@zhuqi/domain';
import type { Parameters } from '../access/scope-sql';

interface DimensionColumn {
  readonly expression: string;
  readonly type: 'text' | 'uuid' | 'smallint';
}

const COLUMNS = {
  region: { expression: 'l.region_code', type: 'text' },
  township: { expression: 'l.township_id', type: 'uuid' },
  department: { expression: 'l.department_id', type: 'uuid' },
  industry: { expression: 'l.industry', type: 'text' },
  officer: { expression: 'l.officer_id', type: 'uuid' },
  leader: { expression: 'l.leader_id', type: 'uuid' },
  category: { expression: 'l.category', type: 'text' },
  tier: { expression: 'l.tier', type: 'smallint' },
  month: { expression: `to_char(l.collected_on, 'YYYY-MM')`, type: 'text' },
} as const satisfies Record<Dimension, DimensionColumn>;

/**
 * The key of an entry. A ticket that changes tiers is taken out of one and put into the other, so a cohort's sums
 * are right tier by tier; inside a period that would look like a collection, and a flow asks for the tier as of then.
 */
export function dimensionKey(dimension: Dimension, basis: Basis, asOf: string): string {
  if (dimension !== 'tier' || basis === 'cohort') return COLUMNS[dimension].expression;
  return `(select last.tier from ledger last where last.ticket_id = l.ticket_id and last.at <= ${asOf}
    order by last.seq desc, last.part desc limit 1)`;
}

/** The condition that holds a dimension at one key. */
export function pinnedCondition(
  { dimension, key }: PinnedKey,
  basis: Basis,
  asOf: string,
  parameters: Parameters,
): string {
  const expression = dimensionKey(dimension, basis, asOf);
  return key === null
    ? `${expression} is null`
    : `${expression} = ${parameters.add(key)}::${COLUMNS[dimension].type}`;
}
