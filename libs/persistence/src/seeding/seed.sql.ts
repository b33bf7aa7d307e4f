/** Upserts by natural key; what a district has changed since (a policy, its hours) is not overwritten. */
export const SEED_STATEMENTS = {
  region: `
insert into region (code, name, kind, parent_code)
select code, name, kind, "parentCode"
from json_to_recordset($1::json) as x (code text, name text, kind text, "parentCode" text)
order by "parentCode" nulls first
on conflict (code) do update set name = excluded.name, kind = excluded.kind, parent_code = excluded.parent_code`,
  category: `
insert into category (code, label, position)
select code, label, position from json_populate_recordset(null::category, $1::json)
on conflict (code) do update set label = excluded.label, position = excluded.position`,
  rejectionGround: `
insert into rejection_ground (code, label, position)
select code, label, position from json_populate_recordset(null::rejection_ground, $1::json)
on conflict (code) do update set label = excluded.label, position = excluded.position`,
  unit: `
insert into unit (id, region_code, kind, name, position)
select id, "regionCode", kind, name, position
from json_to_recordset($1::json) as x (id uuid, "regionCode" text, kind text, name text, position int)
on conflict (region_code, name) do update set kind = excluded.kind, position = excluded.position`,
  unitIndustry: `
insert into unit_industry (region_code, industry, unit_id)
select "regionCode", industry, "unitId"
from json_to_recordset($1::json) as x ("regionCode" text, industry text, "unitId" uuid)
on conflict (region_code, industry) do nothing`,
  policy: `
insert into policy (region_code, version, effective_on, body)
select "regionCode", version, "effectiveOn", body
from json_to_recordset($1::json) as x ("regionCode" text, version int, "effectiveOn" date, body jsonb)
on conflict (region_code, version) do nothing`,
  calendarDay: `
insert into calendar_day (day, kind, name, source, state)
select day, kind, name, source, state from json_populate_recordset(null::calendar_day, $1::json)
on conflict (day) do update set kind = excluded.kind, name = excluded.name, source = excluded.source,
  state = excluded.state`,
  calendarYear: `
insert into calendar_year (year, source, state)
select year, source, state from json_populate_recordset(null::calendar_year, $1::json)
on conflict (year) do update set source = excluded.source, state = excluded.state`,
  // After the national days, of which a new region takes its copy.
  calendar: `
insert into calendar_version (region_code, version, body, reason)
select "regionCode", 1, jsonb_build_object(
    'timeZone', "timeZone", 'weekly', weekly, 'seasons', '[]'::jsonb, 'rules', '[]'::jsonb,
    'days', (select coalesce(jsonb_agg(to_jsonb(d) order by d.day), '[]') from calendar_day d),
    'years', (select coalesce(jsonb_agg(to_jsonb(y) order by y.year), '[]') from calendar_year y)),
  '启用时的工作日历'
from json_to_recordset($1::json) as x ("regionCode" text, "timeZone" text, weekly jsonb)
where not exists (select 1 from calendar_version known where known.region_code = x."regionCode")`,
  enterprise: `
insert into enterprise (id, region_code, township_id, credit_code, name, industry, class, address, contact_name,
  contact_phone, pinyin_initials)
select id, "regionCode", "townshipId", "creditCode", name, industry, class, address, "contactName", "contactPhone",
  "pinyinInitials"
from json_to_recordset($1::json) as x (id uuid, "regionCode" text, "townshipId" uuid, "creditCode" text, name text,
  industry text, class text, address text, "contactName" text, "contactPhone" text, "pinyinInitials" text)
on conflict (credit_code) do nothing`,
  person: `
insert into person (id, region_code, unit_id, enterprise_id, name, post, phone, roles)
select id, "regionCode", "unitId", "enterpriseId", name, post, phone, roles
from json_to_recordset($1::json) as x (id uuid, "regionCode" text, "unitId" uuid, "enterpriseId" uuid, name text,
  post text, phone text, roles text[])
on conflict (id) do nothing`,
  pairing: `
insert into pairing (id, enterprise_id, kind, person_id, valid)
select id, "enterpriseId", kind, "personId", daterange("from", "to")
from json_to_recordset($1::json) as x (id uuid, "enterpriseId" uuid, kind text, "personId" uuid, "from" date, "to" date)
on conflict (id) do nothing`,
  project: `
with given as (
  select * from json_to_recordset($1::json) as x (id uuid, "regionCode" text, "enterpriseId" uuid, name text, code text,
    "townshipId" uuid, sector text, "investmentWan" int, funding text, "leaderId" uuid, "departmentId" uuid,
    "secretaryId" uuid, state text, "startsOn" date, "completesOn" date, "enteredById" uuid, "enteredAt" timestamptz)
), written as (
  insert into project (id, version, region_code, enterprise_id, name, code, township_id, sector, investment_wan, funding,
    leader_id, department_id, secretary_id, state, starts_on, completes_on)
  select id, 1, "regionCode", "enterpriseId", name, code, "townshipId", sector, "investmentWan", funding,
    "leaderId", "departmentId", "secretaryId", state, "startsOn", "completesOn" from given
  on conflict (id) do nothing returning id
)
insert into project_change (project_id, version, at, by_id, changed)
select id, 1, "enteredAt", "enteredById", '{}' from given join written using (id)`,
  bulletinSchedule: `
insert into bulletin_schedule (region_code, kind, enabled, made_by_id, made_at)
select "regionCode", kind, enabled, "madeById", "madeAt"
from json_to_recordset($1::json) as x ("regionCode" text, kind text, enabled boolean, "madeById" uuid,
  "madeAt" timestamptz)
on conflict (region_code, kind) do nothing`,
} as const satisfies Record<string, string>;

export type SeedTable = keyof typeof SEED_STATEMENTS;
