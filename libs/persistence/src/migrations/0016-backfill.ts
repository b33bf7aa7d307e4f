const FIGURES = [
  ...[
    'collected',
    'resolved',
    'closed',
    'closed_on_time',
    'on_time_without_extension',
    'first_contact_on_time',
  ],
  ...[
    'satisfied',
    'rated',
    'not_rated',
    'confirmed_by_enterprise',
    'reworked',
    'returned',
    'open',
    'overdue',
  ],
  ...['answered_last_hour', 'paused_near_due', 'severity_lowered', 'closed_without_contact'],
  ...['handling_minutes', 'paused_minutes'],
];
const SUMS = FIGURES.map((figure) => `sum(${figure})::bigint as ${figure}`).join(', ');
const CELL = 'region_code, population, cut, level, bucket, collected_month, key, confidential';

const CUTS = ['township_id', 'department_id', 'industry', 'officer_id', 'leader_id', 'category', 'tier']
  .map((column) => `('${column.replace('_id', '')}', 'day', coalesce(l.${column}::text, ''))`)
  .join(', ');

const bucketOf = (level: string, at: string): string =>
  `date_trunc(${level}, ${at} at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'`;

/** Everything posted so far, summed up at once as the workers would do it little by little. */
export const ROLL_UP_ALL = `
with finest as materialized (
  select region_code, population, cut, level, ${bucketOf('level', 'at')} as bucket,
    date_trunc('month', collected_on)::date as collected_month, key, confidential, max(at) as last_at, ${SUMS}
  from ledger l cross join lateral (values ('all', 'hour', ''), ${CUTS}) as cut (cut, level, key)
  group by ${CELL}
)
insert into ledger_rollup (${CELL}, last_at, ${FIGURES.join(', ')})
select ${CELL}, last_at, ${FIGURES.join(', ')} from finest
union all
select region_code, population, cut, coarser.level,
  case coarser.level when 'ever' then '-infinity' else ${bucketOf('coarser.level', 'bucket')} end as bucket,
  collected_month, key, confidential, max(last_at), ${SUMS}
from finest cross join (values ('day'), ('month'), ('ever')) as coarser (level)
where coarser.level <> finest.level
group by region_code, population, cut, coarser.level, 5, collected_month, key, confidential`;
