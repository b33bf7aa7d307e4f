import type { Statement } from '../database/database';
import { coarserCells, finestCells, ROLLUP_COLUMNS } from './cells.sql';
import { FIGURE_COLUMN } from './figure-column.sql';
import { CELL_COLUMNS } from './rollup-cut';

const ADDED = Object.values(FIGURE_COLUMN).map(
  (column) => `${column} = ledger_rollup.${column} + excluded.${column}`,
);

/**
 * Takes up to $1 postings out of the tail and adds them to the sums, all or nothing: in every snapshot a posting is in
 * the one or in the other. Two at once take different postings and add in the same order, so neither waits for ever.
 */
export const ROLL: Statement = {
  name: 'ledger-roll',
  text: `
with taken as (
  delete from ledger_tail
  where ctid = any (array(select ctid from ledger_tail limit $1 for update skip locked))
  returning ticket_id, seq, part
),
finest as materialized (${finestCells('select l.* from taken join ledger l using (ticket_id, seq, part)')}),
cells as (select * from finest union all ${coarserCells('finest')}),
summed as (
  insert into ledger_rollup (${ROLLUP_COLUMNS.join(', ')})
  select ${ROLLUP_COLUMNS.join(', ')} from cells order by ${CELL_COLUMNS.join(', ')}
  on conflict (${CELL_COLUMNS.join(', ')}) do update set
    last_at = greatest(ledger_rollup.last_at, excluded.last_at), ${ADDED.join(', ')}
)
select count(*)::integer as taken from taken`,
};

export const TAIL_BACKLOG: Statement = {
  name: 'ledger-tail-backlog',
  text: `
select count(*)::integer as waiting,
  coalesce(floor(extract(epoch from clock_timestamp() - min(posted_at))), 0)::integer as "oldestSeconds"
from ledger_tail`,
};
