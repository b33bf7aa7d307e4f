import { HANDLER_ROLE_ARRAY } from '../responsibility/handler-roles.sql';
import { WAITS_FOR_TRIAGE } from '../ticket-list/ticket-filter.sql';
import { TODAY } from '../database/business-day.sql';

export const STANDING = `
select current_setting('server_version_num')::int as "serverVersion",
       to_char(business_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today,
       (select count(*)::int from account a join person p on p.id = a.person_id
         where a.disabled_at is null and p.active and 'administrator' = any(p.roles)) as administrators`;

// A superuser holds every right of every role, so the rights are asked of the role itself.
export const ROLE = `
select r.oid is not null as exists,
       r.oid is not null and pg_has_role(current_user, r.oid, 'member') as usable,
       case when r.oid is null then '{}'::text[] else
         array(select p from unnest(array['SELECT','INSERT','UPDATE','DELETE','TRUNCATE']) as p
                where has_table_privilege(r.oid, 'ticket_event', p)) end as held
  from (values ($1::name)) as asked (name) left join pg_roles r on r.rolname = asked.name`;

export const REGIONS = `
select r.code, r.name, r.kind,
       (select count(*)::int from enterprise e where e.region_code = r.code) as enterprises,
       exists (select 1 from calendar_version c where c.region_code = r.code) as calendar,
       exists (select 1 from policy p where p.region_code = r.code) as policy,
       exists (select 1 from unit u where u.region_code = r.code
                 and u.kind = case r.kind when 'city' then 'city_office' else 'office' end) as office
  from region r order by r.code`;

export const DAYS = 'select day::text, kind, name, source, state from calendar_day order by day';

const some = (rows: string): string => `
select count(*)::int as count, coalesce((array_agg(name order by name))[1:3], '{}') as names from (${rows}) found`;

const unpaired = (kind: 'officer' | 'leader'): string => `
select e.name from enterprise e
 where e.state = 'active' and not exists (select 1 from pairing p where p.enterprise_id = e.id and p.kind = '${kind}'
   and p.valid @> (select ${TODAY}))`;

/** How many there are of what should not be, with the first three by name. */
export const EXAMPLES = {
  triage: some(`select t.number as name from ticket t where ${WAITS_FOR_TRIAGE}`),
  units: some(`
select u.name from unit u
 where u.kind <> 'task_force' and exists (select 1 from enterprise e where e.region_code = u.region_code)
   and not exists (select 1 from person p where p.unit_id = u.id and p.active and p.roles && ${HANDLER_ROLE_ARRAY})`),
  officer: some(unpaired('officer')),
  leader: some(unpaired('leader')),
} as const satisfies Record<string, string>;
