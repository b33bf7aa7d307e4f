import { accepted, refused, type Decision } from '../decision';

/** What the statistics can be cut by. Each is a partition: a ticket without the key belongs to the row without one. */
export const DIMENSIONS = [
  'region',
  'township',
  'department',
  'industry',
  'officer',
  'leader',
  'category',
  'tier',
  'month',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const DIMENSION_LABEL = {
  region: '地区',
  township: '属地街镇',
  department: '行管部门',
  industry: '行业',
  officer: '驻企专员',
  leader: '包保领导',
  category: '诉求类别',
  tier: '层级',
  month: '月份',
} as const satisfies Record<Dimension, string>;

/** The label of the row of tickets that have no key in the dimension. */
export const WITHOUT_KEY_LABEL = '未归口';

/** The dimensions of a `groupBy` list: `none` or up to two different ones, comma-separated. */
export function dimensionsOf(groupBy: string): Decision<readonly Dimension[]> {
  if (groupBy === 'none') return accepted([]);
  const names = groupBy.split(',').map((name) => name.trim());
  const dimensions = DIMENSIONS.filter((dimension) => names.includes(dimension));
  const understood = dimensions.length === names.length && names.length <= 2;
  if (!understood) {
    return refused(
      'statistics.group_by',
      `groupBy 为 none，或至多两个不同的 ${DIMENSIONS.join('、')}`,
      '/groupBy',
    );
  }
  return accepted([...dimensions].sort((a, b) => names.indexOf(a) - names.indexOf(b)));
}
