import { coarserCells, finestCells, ROLLUP_COLUMNS } from './cells.sql';
import { FIGURE_COLUMN } from './figure-column.sql';
import { CELL_COLUMNS } from './rollup-cut';

/** What is compared of two sums with the same key, in the order in which a difference is named. */
export const COMPARED_COLUMNS: readonly string[] = ['last_at', ...Object.values(FIGURE_COLUMN)];

const ROLLED_UP = `
select l.* from ledger l where not exists (
  select from ledger_tail w where w.ticket_id = l.ticket_id and w.seq = l.seq and w.part = l.part)`;

const KEY = CELL_COLUMNS.join(', ');
const ofBoth = (side: string): string => COMPARED_COLUMNS.map((column) => `${side}.${column}`).join(', ');
const asTexts = (side: string): string =>
  `array[${COMPARED_COLUMNS.map((column) => `${side}.${column}::text`).join(', ')}]`;

/** The first $1 sums that are not what their postings come to, and how many there are. */
export const WRONG_SUMS = `
with finest as materialized (${finestCells(ROLLED_UP)}),
wanted as (select ${ROLLUP_COLUMNS.join(', ')} from finest union all
  select ${ROLLUP_COLUMNS.join(', ')} from (${coarserCells('finest')}) coarser),
wrong as (
  select ${KEY}, ${asTexts('s')} as stored, ${asTexts('w')} as expected
  from ledger_rollup s full join wanted w using (${KEY})
  where (${ofBoth('s')}) is distinct from (${ofBoth('w')})
)
select region_code as "regionCode", population, cut, key, collected_month::text as "collectedMonth", confidential, level,
  case when level <> 'ever' then to_char(bucket at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') end as bucket,
  stored, expected, (count(*) over ())::integer as faulty
from wrong order by ${KEY} limit $1`;

export const EXTENT = `
select (select count(*) from ledger)::integer as postings, (select count(*) from ledger_tail)::integer as waiting,
  (select count(*) from ledger_rollup)::integer as sums,
  (select count(*) from ledger_tail w where not exists (
    select from ledger l where l.ticket_id = w.ticket_id and l.seq = w.seq and l.part = w.part))::integer as astray`;
