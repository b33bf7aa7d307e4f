import type { Dimension } from '@zhuqi/domain';

/** What the rollup is cut by, and a posting's key in each; region and month of collection are columns of their own. */
export const CUT_KEY = {
  all: `''`,
  township: 'l.township_id::text',
  department: 'l.department_id::text',
  industry: 'l.industry',
  officer: 'l.officer_id::text',
  leader: 'l.leader_id::text',
  category: 'l.category',
  tier: 'l.tier::text',
} as const satisfies Record<Exclude<Dimension, 'region' | 'month'> | 'all', string>;
export type RollupCut = keyof typeof CUT_KEY;

/**
 * The stretches of posting time a posting is summed up in: by hours only where nothing is cut, for hours with keys
 * would be hardly fewer than the postings themselves.
 */
export const FINEST_LEVEL = { all: 'hour', others: 'day' } as const;
export type RollupLevel = 'ever' | 'month' | 'day' | 'hour';

/** Everything that tells one sum from another, in the order of the key. */
export const CELL_COLUMNS = [
  'region_code',
  'population',
  'cut',
  'level',
  'bucket',
  'collected_month',
  'key',
  'confidential',
] as const;

/** The beginning of the hour, day or month of an instant in Shanghai. */
export const bucketOf = (level: string, at: string): string =>
  `date_trunc(${level}, ${at} at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'`;
