import type { Client } from 'pg';

/** Everything of the public schema that a migration can leave behind; what an extension brought is not ours. */
const DESCRIPTION = `
with ours as (
  select c.oid, c.relname, c.relkind from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migration' and c.relname !~ '^schema_migration_'
)
select 'column ' || o.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
  || case when a.attnotnull then ' not null' else '' end
  || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
from ours o join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
left join pg_attrdef d on d.adrelid = o.oid and d.adnum = a.attnum
where o.relkind = 'r'
union all
select 'constraint ' || o.relname || '.' || k.conname || ' ' || pg_get_constraintdef(k.oid)
from ours o join pg_constraint k on k.conrelid = o.oid
union all
select 'index ' || pg_get_indexdef(o.oid) from ours o where o.relkind = 'i'
union all
select 'sequence ' || o.relname from ours o where o.relkind = 'S'
union all
select 'function ' || pg_get_functiondef(p.oid) from pg_proc p
where p.pronamespace = 'public'::regnamespace
  and not exists (select 1 from pg_depend e where e.objid = p.oid and e.deptype = 'e')
order by line`;

/** The schema as sorted lines, so that two of them can be compared and a difference reads as one. */
export async function describeSchema(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(DESCRIPTION);
  return rows.map(({ line }) => line);
}

/** The words a CHECK of the column allows, in their order; empty when there is none. */
export async function checkedWords(client: Client, table: string, column: string): Promise<string[]> {
  const { rows } = await client.query<{ definition: string }>(
    `select pg_get_constraintdef(k.oid) as definition from pg_constraint k
     join pg_attribute a on a.attrelid = k.conrelid and k.conkey = array[a.attnum]
     where k.contype = 'c' and k.conrelid = $1::regclass and a.attname = $2`,
    [table, column],
  );
  return rows.flatMap(({ definition }) =>
    [...definition.matchAll(/'([^']+)'::text/g)].map(([, word]) => word ?? ''),
  );
}
