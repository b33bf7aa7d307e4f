import { FIGURE_COLUMN } from './figure-column.sql';
import { bucketOf, CELL_COLUMNS, CUT_KEY, FINEST_LEVEL, type RollupCut } from './rollup-cut';

const FIGURE_COLUMNS = Object.values(FIGURE_COLUMN);
const CUTS = Object.keys(CUT_KEY) as RollupCut[];

const finestOf = (cut: RollupCut): string => (cut === 'all' ? FINEST_LEVEL.all : FINEST_LEVEL.others);
const CUT_ROWS = CUTS.map((cut) => `('${cut}', '${finestOf(cut)}', coalesce(${CUT_KEY[cut]}, ''))`).join(
  ', ',
);
const SUMS = FIGURE_COLUMNS.map((column) => `sum(${column})::bigint as ${column}`).join(', ');
const CELL = CELL_COLUMNS.join(', ');

/** What a sum consists of. */
export const ROLLUP_COLUMNS: readonly string[] = [...CELL_COLUMNS, 'last_at', ...FIGURE_COLUMNS];

/** The finest sums of the postings a query answers, in every cut. */
export const finestCells = (postings: string): string => `
select region_code, population, cut, level, ${bucketOf('level', 'at')} as bucket,
  date_trunc('month', collected_on)::date as collected_month, key, confidential, max(at) as last_at, ${SUMS}
from (${postings}) l cross join lateral (values ${CUT_ROWS}) as cut (cut, level, key)
group by ${CELL}`;

/** The coarser sums made of the finest ones. */
export const coarserCells = (finest: string): string => `
select region_code, population, cut, coarser.level,
  case coarser.level when 'ever' then '-infinity' else ${bucketOf('coarser.level', 'bucket')} end as bucket,
  collected_month, key, confidential, max(last_at) as last_at, ${SUMS}
from ${finest} f cross join (values ('day'), ('month'), ('ever')) as coarser (level)
where coarser.level <> f.level
group by region_code, population, cut, coarser.level, 5, collected_month, key, confidential`;
