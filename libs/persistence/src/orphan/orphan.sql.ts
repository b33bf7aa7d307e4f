import type { OrphanKind } from '@zhuqi/application';
import { leadsFor } from '../access/duties.sql';
import { HANDLER_ROLE_ARRAY } from '../responsibility/handler-roles.sql';
import { isRunning } from '../project/running-project.sql';
import { TODAY } from '../database/business-day.sql';

/** What narrows a search: a condition on the ticket `t`, and one on a region's code. */
export interface OrphanReach {
  readonly ticket: () => string;
  readonly region: (column: string) => string;
}

const OPEN = `t.status not in ('closed', 'rejected', 'withdrawn')`;
const HOP = `(select h.from_at from ticket_holding h where h.ticket_id = t.id and h.to_at is null)`;
const midnight = (day: string): string => `(${day})::timestamp at time zone 'Asia/Shanghai'`;

const covered = (person: string): string => `exists (
  select from substitution s join person b on b.id = s.substitute_id and b.active
  where s.person_id = ${person} and s.ended_at is null and s.valid @> ${TODAY})`;

/** Somebody in service acts for the unit, other than whom a complaint is about; for a task force its lead. */
const staffed = (unit: string): string => `(exists (
  select from person q where q.unit_id = ${unit} and q.active and q.roles && ${HANDLER_ROLE_ARRAY}
    and q.id is distinct from t.about_person_id)
  or exists (select from task_force force join person q on q.id = force.lead_id and q.active
    where force.unit_id = ${unit} and force.dissolved_at is null and q.id is distinct from t.about_person_id))`;

/** Units with one handler at most, and who that is: the lead of a task force handles for it as long as it stands. */
const BARELY_STAFFED = `(select n.id, min(q.id::text)::uuid as only_id from unit n left join lateral (
    select p.id from person p where p.unit_id = n.id and p.active and p.roles && ${HANDLER_ROLE_ARRAY}
    union select p.id from task_force f join person p on p.id = f.lead_id and p.active
    where f.unit_id = n.id and f.dissolved_at is null) q on true
  group by n.id having count(q.id) <= 1)`;

const UNASSIGNED = `f.done_at is null and (not p.active and not ${covered('p.id')}
  or f.unit_id is not null and not ${staffed('f.unit_id')})`;

const ticket =
  (since: string, source: string, condition: string) =>
  (reach: OrphanReach): string =>
    `select 'ticket' as subject, t.id, t.number as label, t.region_code, ${since} as since from ${source}
   where ${condition} and ${reach.ticket()}`;

const unpaired =
  (kind: 'officer' | 'leader') =>
  (reach: OrphanReach): string =>
    `select 'enterprise', e.id, e.name, e.region_code, (select max(${midnight('upper(g.valid)')}) from pairing g
     where g.enterprise_id = e.id and g.kind = '${kind}' and upper(g.valid) <= ${TODAY})
   from enterprise e where e.state = 'active' and ${reach.region('e.region_code')} and not exists (
     select from pairing g join person p on p.id = g.person_id and p.active
     where g.enterprise_id = e.id and g.kind = '${kind}' and g.valid @> ${TODAY})`;

// Whoever holds the ticket or asked does not rule on it; of a confidential one only its leader knows.
const RULER = `select from person q where q.active and q.id is distinct from r.asked_by_id
  and q.id is distinct from t.holder_person_id and q.id is distinct from t.about_person_id
  and not (q.unit_id is not distinct from t.holder_unit_id and q.unit_id is not null and q.roles && ${HANDLER_ROLE_ARRAY})
  and (
    'office' = any(r.rulers) and 'office_dispatcher' = any(q.roles) and q.region_code = t.region_code
    or 'leader' = any(r.rulers) and 'district_leader' = any(q.roles) and q.region_code = t.region_code
      and (not t.confidential or ${leadsFor('q.id', 't.leader_id')})
    or 'city' = any(r.rulers) and 'city_coordinator' = any(q.roles) and q.region_code in (
      t.region_code, (select parent_code from region where code = t.region_code))
    or r.ruler_unit_id is not null and q.unit_id = r.ruler_unit_id and q.roles && ${HANDLER_ROLE_ARRAY})`;

/** One search per kind; each answers subject, id, label, region and since when. */
export const ORPHAN_SEARCHES: Readonly<Record<OrphanKind, (reach: OrphanReach) => string>> = {
  holder_gone: ticket(
    HOP,
    'ticket t join person p on p.id = t.holder_person_id',
    `${OPEN} and (not p.active or not p.roles && (${HANDLER_ROLE_ARRAY} || 'liaison_officer'::text))
     and not ${covered('p.id')}`,
  ),
  // From the few units that lack people to what they hold, along its index: the tickets are many.
  unit_unstaffed: ticket(
    HOP,
    `${BARELY_STAFFED} u cross join lateral (
      select * from ticket t where t.holder_unit_id = u.id and t.holder_person_id is null and ${OPEN} offset 0) t`,
    '(u.only_id is null or u.only_id = t.about_person_id)',
  ),
  no_holder: ticket(
    't.dispatched_at',
    'ticket t',
    `t.status in ('dispatched', 'in_progress', 'suspended', 'answered')
     and t.holder_person_id is null and t.holder_unit_id is null`,
  ),
  waiting: ticket(
    'coalesce(t.collected_at, t.submitted_at)',
    'ticket t',
    `(t.status = 'accepted' or t.status = 'submitted' and t.triage_reason is not null)`,
  ),
  assist_unstaffed: ticket(
    'a.asked_at',
    'ticket_assist a join ticket t on t.id = a.ticket_id',
    `a.state = 'asked' and ${OPEN} and not ${staffed('a.unit_id')}`,
  ),
  request_unruled: ticket(
    'r.asked_at',
    'ticket_request r join ticket t on t.id = r.ticket_id',
    `r.state = 'pending' and t.status in ('dispatched', 'in_progress') and not exists (${RULER})`,
  ),
  // Also of tickets that have ended: what was decided stands.
  follow_up_unassigned: (reach) =>
    `select 'ticket', t.id, t.number, t.region_code, min(c.ended_at) from ticket_follow_up f
     join ticket_conference c on c.ticket_id = f.ticket_id and c.ordinal = f.conference
     join ticket t on t.id = f.ticket_id left join person p on p.id = f.person_id
     where ${UNASSIGNED} and ${reach.ticket()} group by t.id`,
  officer_missing: unpaired('officer'),
  leader_missing: unpaired('leader'),
  lead_gone: (reach) =>
    `select 'task_force', u.id, u.name, u.region_code, null::timestamptz from task_force f
     join unit u on u.id = f.unit_id join person p on p.id = f.lead_id
     where f.dissolved_at is null and not p.active and not ${covered('p.id')} and ${reach.region('u.region_code')}`,
  project_unled: (reach) =>
    `select distinct 'project', j.id, j.name, j.region_code, null::timestamptz from project j
     join person p on p.id in (j.leader_id, j.secretary_id)
     where ${isRunning('j')} and not p.active and not ${covered('p.id')} and ${reach.region('j.region_code')}`,
  handover_stuck: (reach) =>
    `select 'handover', h.id, gone.name || ' → ' || heir.name, h.region_code, ${midnight('h.effective_on')}
     from handover h join person gone on gone.id = h.from_person_id join person heir on heir.id = h.to_person_id
     where h.state = 'planned' and (not heir.active or h.effective_on < ${TODAY}) and ${reach.region('h.region_code')}`,
};
