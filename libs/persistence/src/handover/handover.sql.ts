import type { Statement } from '../database/database';
import { TODAY } from '../database/business-day.sql';
import { isRunning } from '../project/running-project.sql';

/** In the order of their ids, so that two who name the same people do not wait for each other in a circle. */
export const PEOPLE: Statement = {
  name: 'handover-people',
  text: `select id, name, region_code as "regionCode", unit_id as "unitId", roles, active from person
where id = any($1::uuid[]) order by id for no key update`,
};

const OPEN = `t.status not in ('closed', 'rejected', 'withdrawn')`;

// A merged ticket after the one it goes along with: in that order they are locked by a merge as well.
export const OF_POST: Statement = {
  name: 'handover-of-post',
  text: `
with of_post as (
  select t.id, true as held from ticket t where t.holder_person_id = $1 and ${OPEN} and ($2::timestamptz is null
    or exists (select from ticket_holding h where h.ticket_id = t.id and h.to_at is null and h.from_at <= $2))
  union
  select t.id, true from task_force f join ticket t on t.holder_unit_id = f.unit_id and ${OPEN}
  where f.lead_id = $1 and f.dissolved_at is null and t.about_person_id = $3 and $2 is null
  union
  select f.ticket_id, false from ticket_follow_up f where f.person_id = $1 and f.done_at is null and $2 is null
), once as (
  select id, bool_or(held) as held from of_post group by id
)
select t.id, t.number, t.about_person_id as "aboutPersonId", once.held from once join ticket t using (id)
order by t.merged_into_id is not null, t.id`,
};

export const LED_BY: Statement = {
  name: 'handover-led',
  text: 'select unit_id from task_force where lead_id = $1 and dissolved_at is null',
};

const NOT_OVER = `g.person_id = $1 and g.valid && daterange($2::date, null)`;

export const PAIRINGS_OF: Statement = {
  name: 'handover-pairings',
  text: `
select g.id, g.enterprise_id as "enterpriseId", e.name as "enterpriseName", e.class as "enterpriseClass", g.kind
from pairing g join enterprise e on e.id = g.enterprise_id where ${NOT_OVER} order by e.name, g.kind, g.valid`,
};

export const NOTE_PAIRINGS: Statement = {
  name: 'handover-pairings-noted',
  text: `
insert into handover_pairing (handover_id, enterprise_id, kind)
select distinct $3::uuid, g.enterprise_id, g.kind from pairing g where ${NOT_OVER}`,
};

/** What has not begun by the day is simply another's. */
export const PASS_COMING_PAIRINGS: Statement = {
  name: 'handover-pairings-coming',
  text: `update pairing set person_id = $3 where person_id = $1 and lower(valid) >= $2::date`,
};

/** Ended with the day before; first ended, then begun again, because nobody may be paired twice at a time. */
export const END_PAIRINGS: Statement = {
  name: 'handover-pairings-end',
  text: `
with present as (
  select g.id, upper(g.valid) as until from pairing g where ${NOT_OVER}
)
update pairing g set valid = daterange(lower(g.valid), $2::date) from present where present.id = g.id
returning g.enterprise_id, g.kind, present.until::text`,
};

export const BEGIN_PAIRINGS: Statement = {
  name: 'handover-pairings-begin',
  text: `
insert into pairing (id, enterprise_id, kind, person_id, valid)
select gen_random_uuid(), enterprise_id, kind, $2, daterange($3::date, until)
from json_to_recordset($1::json) as x (enterprise_id uuid, kind text, until date)`,
};

/** Task forces the person leads go on under the successor. */
export const PASS_LEADS: Statement = {
  name: 'handover-leads',
  text: 'update task_force set lead_id = $2 where lead_id = $1 and dissolved_at is null',
};

const OF_PROJECT = `(j.leader_id = $1 or j.secretary_id = $1) and ${isRunning('j')}`;

export const PROJECTS_OF: Statement = {
  name: 'handover-projects',
  text: `select j.id, j.name from project j where ${OF_PROJECT} order by j.name, j.id`,
};

/** Running projects go on under the successor, with a line in their trail: locked first, for what it says was so. */
export const PASS_PROJECTS: Statement = {
  name: 'handover-projects-pass',
  text: `
with before as (
  select j.id, j.leader_id, j.secretary_id from project j where ${OF_PROJECT} order by j.id for no key update
), passed as (
  update project j set version = j.version + 1,
    leader_id = case when j.leader_id = $1 then $2::uuid else j.leader_id end,
    secretary_id = case when j.secretary_id = $1 then $2::uuid else j.secretary_id end
  from before where before.id = j.id
  returning j.id, j.version, before.leader_id = $1 as led, before.secretary_id = $1 as kept
)
insert into project_change (project_id, version, at, by_id, reason, changed)
select id, version, business_now(), $3, $4, jsonb_strip_nulls(jsonb_build_object(
    'leaderId', case when led then jsonb_build_array($1::uuid, $2::uuid) end,
    'secretaryId', case when kept then jsonb_build_array($1::uuid, $2::uuid) end))
from passed`,
};

export const END_SERVICE: Statement = {
  name: 'handover-end-service',
  text: `
with out_of_service as (
  update person set active = false where id = $1
), signed_out as (
  update account set disabled_at = coalesce(disabled_at, clock_timestamp()), session_version = session_version + 1
  where person_id = $1
)
update substitution set ended_at = business_now(), ended_by_id = $2
where ended_at is null and (person_id = $1 or substitute_id = $1)
  and upper(valid) > ${TODAY}`,
};

export const ADD_HANDOVER: Statement = {
  name: 'handover-add',
  text: `
insert into handover (id, region_code, from_person_id, to_person_id, posts, effective_on, reason, leaves, over_capacity,
  state, made_by_id, made_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'planned', $10, $11)`,
};

export const LOCK_HANDOVER: Statement = {
  name: 'handover-lock',
  text: `
select id, region_code as "regionCode", from_person_id as "fromPersonId", to_person_id as "toPersonId", posts,
  effective_on::text as "effectiveOn", reason, leaves, over_capacity as "overCapacity", state,
  made_by_id as "madeById", made_at as "madeAt", done_at as "doneAt"
from handover where id = $1 for no key update`,
};

/** The moment is the end of the transaction, not its beginning: whatever was given meanwhile began before it. */
export const FINISH_HANDOVER: Statement = {
  name: 'handover-finish',
  text: `
with moved as (
  insert into handover_ticket (handover_id, ticket_id, seq, cause)
  select $1, "ticketId", seq, cause from json_to_recordset($2::json) as x ("ticketId" uuid, seq int, cause text)
  on conflict (handover_id, ticket_id) do update set seq = excluded.seq, cause = excluded.cause
  where excluded.cause <> 'follow_up'
)
update handover set state = 'done', done_at = coalesce(done_at, business_now()) where id = $1`,
};

export const CANCEL_HANDOVER: Statement = {
  name: 'handover-cancel',
  text: `update handover set state = 'cancelled', cancelled_at = business_now(), cancelled_by_id = $2 where id = $1`,
};

/** Hand over hand, each later than the one before; the last one has it. */
export const SUCCESSOR_OF: Statement = {
  name: 'handover-successor',
  text: `
with recursive passed as (
  (select id, to_person_id, done_at from handover
   where from_person_id = $1 and state = 'done' and done_at >= $2::timestamptz order by done_at limit 1)
  union all
  select next.id, next.to_person_id, next.done_at from passed cross join lateral (
    select h.id, h.to_person_id, h.done_at from handover h
    where h.from_person_id = passed.to_person_id and h.state = 'done' and h.done_at > passed.done_at
    order by h.done_at limit 1) next
)
select id as "handoverId", to_person_id as "toPersonId" from passed order by done_at desc limit 1`,
};
