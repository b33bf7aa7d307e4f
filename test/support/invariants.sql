-- One statement per invariant; after every experiment each must answer no rows.

-- I1 no running clock is overdue without its effect, unless the storm brake holds
select x.* from (
  select c.ticket_id, c.kind, c.due_at from ticket_clock c
  where c.state = 'running' and not c.lapsed and c.due_at <= business_now() - interval '30 seconds'
  union all
  select t.id, 'trigger', t.trigger_at from ticket t
  where t.trigger_at <= business_now() - interval '30 seconds'
) x
where not exists (select 1 from sweep_lease where storm_since is not null);

-- I2 one escalation per key, and one event for each
select e.ticket_id, e.seq from escalation e
left join ticket_event v on v.ticket_id = e.ticket_id and v.seq = e.seq and v.type = 'escalated'
where v.seq is null
union all
select v.ticket_id, v.seq from ticket_event v
left join escalation e on e.ticket_id = v.ticket_id and e.seq = v.seq
where v.type = 'escalated' and e.id is null;

-- I3 nothing happens after an end but what a conference decided: a closed ticket is reopened first, a merged one set free
select v.ticket_id, v.seq, v.type from ticket_event v
cross join lateral (
  select t.type, t.at from ticket_event t
  where t.ticket_id = v.ticket_id and t.seq < v.seq
    and t.type in ('rejected', 'withdrawn', 'closed', 'reopened', 'merged', 'unmerged')
  order by t.seq desc limit 1
) turn
where turn.type not in ('reopened', 'unmerged')
  and not (turn.type = 'closed' and v.type in ('reopened', 'deferredSupplied', 'itemOverdue', 'leftMatter'))
  and not (turn.type = 'merged' and v.type in ('unmerged', 'parentAdvanced', 'handedOver', 'rescheduled', 'leftMatter'))
  and not (turn.type = 'merged' and v.type in ('conferenceConcluded', 'conferenceCancelled'))
  and v.type not in ('followUpFinished', 'followUpOverdue', 'followUpsReassigned')
  and not (v.type in ('requestLapsed', 'conferenceLapsed') and v.at = turn.at);

-- I4 the sequence has no gap, and the head is the last event's hash
select t.id, t.version, count(v.seq), max(v.seq) from ticket t left join ticket_event v on v.ticket_id = t.id
group by t.id having t.version <> count(v.seq) or t.version <> max(v.seq)
  or t.head_hash <> (array_agg(v.hash order by v.seq desc))[1];

-- I5 every event that tells somebody or waits for routing has its message
select v.ticket_id, v.seq from ticket_event v left join outbox o on o.ticket_id = v.ticket_id and o.seq = v.seq
where o.id is null and v.type in ('routed', 'dispatched', 'escalated', 'answered', 'disputed', 'closed', 'triaged',
  'requested', 'ruled', 'rulingDue', 'itemOverdue', 'suspended', 'resumed', 'reopened', 'merged', 'unmerged', 'handedOver',
  'conferenceConvened', 'conferenceConcluded', 'conferenceCancelled', 'conferenceLapsed', 'followUpOverdue',
  'followUpsReassigned');

-- I6 a stored answer names the resource it was given for
select i.actor_id, i.key from idempotency i
where i.status = 201 and not exists (select 1 from ticket t where t.id = (i.body ->> 'id')::uuid)
  and not exists (select 1 from ticket_request r where r.id = (i.body ->> 'id')::uuid)
  and not exists (select 1 from task_force f where f.unit_id = (i.body ->> 'id')::uuid)
  and not exists (select 1 from matter m where m.id = (i.body ->> 'id')::uuid)
  and not exists (select 1 from project j where j.id = (i.body ->> 'id')::uuid)
  and not exists (select 1 from handover h where h.id = (i.body ->> 'id')::uuid)
  and not exists (select 1 from substitution s where s.id = (i.body ->> 'id')::uuid)
  and not exists (select 1 from bulletin b where b.id = (i.body ->> 'id')::uuid)
  and not exists (select 1 from bulletin_note n where n.id = (i.body ->> 'id')::uuid)
  and not exists (select 1 from ranking_publication p where p.id = (i.body ->> 'id')::uuid)
  and not exists (select 1 from ranking_appeal a where a.id = (i.body ->> 'id')::uuid)
  and not exists (select 1 from ranking_scheme s where s.region_code = i.body ->> 'regionCode'
    and s.version = (i.body ->> 'version')::int)
  and not exists (select 1 from calendar_version c where c.region_code = i.body ->> 'regionCode'
    and c.version = (i.body ->> 'version')::int)
  and not exists (select 1 from policy p where p.region_code = i.body ->> 'regionCode'
    and p.version = (i.body ->> 'version')::int);

-- I7 a ticket that is being handled has exactly one present holder, the one it names, and a finished one none
with stand as (
  select t.*, case when coalesce(t.merged_from, t.status) in ('dispatched', 'in_progress', 'suspended', 'answered') then 1
    when coalesce(t.merged_from, t.status) = 'need_info' then (t.dispatched_at is not null)::int else 0 end as hops
  from ticket t
)
select t.id, t.status, count(h.ordinal) as hops from stand t
left join ticket_holding h on h.ticket_id = t.id and h.to_at is null
group by t.id, t.status, t.hops, t.tier, t.holder_unit_id, t.holder_person_id
having count(h.ordinal) <> t.hops or bool_or(
  (h.tier, h.unit_id, h.person_id) is distinct from (t.tier, t.holder_unit_id, t.holder_person_id) and h.ordinal is not null);

-- I8 hops follow each other without gap or overlap, but for a time nobody had it because it was closed
select later.ticket_id, later.ordinal from ticket_holding later
join ticket_holding earlier on earlier.ticket_id = later.ticket_id and earlier.ordinal = later.ordinal - 1
where later.from_at is distinct from earlier.to_at and not (later.from_at > earlier.to_at and exists (
  select from ticket_event v where v.ticket_id = later.ticket_id and v.seq = later.seq and v.type = 'reopened'))
union all
select h.ticket_id, h.ordinal from ticket_holding h
left join ticket_event v on v.ticket_id = h.ticket_id and v.seq = h.seq and v.at = h.from_at
  and v.type in ('routed', 'dispatched', 'escalated', 'answered', 'reopened', 'handedOver')
where v.seq is null;

-- I13 the ledger says what the ticket says
with fact as (
  select t.id, t.collected_at is not null and t.status not in ('rejected', 'withdrawn', 'merged') as counts,
    t.status in ('answered', 'closed') as handled, t.status = 'closed' as closed, t.outcome, t.rounds, t.round,
    t.verdict, coalesce((t.verdict ->> 'rating')::int, 0) as rating, t.return_count, t.first_contact_on_time,
    coalesce(p.lapsed, false) as lapsed, t.handling_minutes, t.paused_minutes
  from ticket t left join ticket_clock p on p.ticket_id = t.id and p.kind = 'resolve'
),
wanted as (
  select f.id, figure.name, case when f.counts then figure.value else 0 end as value from fact f
  cross join lateral (values
    ('collected', 1),
    ('resolved', (handled and outcome in ('resolved', 'answered_on_spot'))::int),
    ('closed', closed::int),
    ('closed_on_time', (closed and not rounds @> '[{"late": true}]')::int),
    ('on_time_without_extension', (closed and not rounds @> '[{"lateWithoutExtension": true}]')::int),
    ('first_contact_on_time', coalesce(first_contact_on_time, false)::int),
    ('satisfied', (closed and rating >= 4)::int),
    ('rated', (closed and rating > 0)::int),
    ('not_rated', (closed and rating = 0)::int),
    ('confirmed_by_enterprise',
      (closed and verdict ->> 'by' = 'enterprise' and verdict ->> 'solved' <> 'no')::int),
    ('reworked', (round > 1)::int),
    ('returned', (return_count > 0)::int),
    ('open', (not handled)::int),
    ('overdue', (not handled and lapsed)::int),
    ('handling_minutes', case when handled then handling_minutes else 0 end),
    ('paused_minutes', case when handled then paused_minutes else 0 end)
  ) figure (name, value)
),
posted as (
  select l.ticket_id, figure.key as name, sum(figure.value::bigint) as value
  from ledger l cross join lateral jsonb_each_text(to_jsonb(l) - array['ticket_id', 'seq', 'part', 'at',
    'collected_on', 'region_code', 'township_id', 'department_id', 'industry', 'enterprise_id', 'officer_id',
    'leader_id', 'category', 'tier', 'population', 'confidential']) figure
  group by l.ticket_id, figure.key
)
select w.id, w.name, w.value, p.value as posted from wanted w
left join posted p on p.ticket_id = w.id and p.name = w.name
where coalesce(w.value, 0) <> coalesce(p.value, 0);

-- I14 a request waits for its ruling only while the holder who asked still holds the ticket, and one at a time
select r.ticket_id, r.id from ticket_request r join ticket t on t.id = r.ticket_id
left join ticket_holding h on h.ticket_id = t.id and h.to_at is null
where r.state = 'pending'
  and (t.status not in ('dispatched', 'in_progress', 'need_info', 'suspended') or r.hop is distinct from h.ordinal)
union all
select r.ticket_id, null from ticket_request r where r.state = 'pending' group by r.ticket_id having count(*) > 1
union all
select r.ticket_id, r.id from ticket_request r where (r.state = 'pending') <> (r.ruled_at is null);

-- I15 an opinion that is asked for has a clock that runs or stands, unless the ticket is at an end
select a.ticket_id, a.ordinal from ticket_assist a join ticket t on t.id = a.ticket_id
left join ticket_clock c on c.id = a.clock_id and c.ticket_id = a.ticket_id and c.kind = 'assist'
where a.state = 'asked' and t.status not in ('closed', 'rejected', 'withdrawn')
  and coalesce(c.state, 'stopped') not in ('running', 'paused')
union all
select a.ticket_id, a.ordinal from ticket_assist a
where (a.state = 'asked') <> (a.ended_at is null) or (a.state = 'given') <> (a.opinion is not null);

-- I16 a merged ticket stands still and names a ticket that is not merged itself, and only a merged one does
select t.id, t.status from ticket t left join ticket p on p.id = t.merged_into_id
where (t.status = 'merged') <> (t.merged_into_id is not null)
  or (t.status = 'merged') <> (t.merged_from is not null and t.merged_at is not null)
  or p.status = 'merged'
  or t.status = 'merged' and (t.next_check_at is not null or exists (
    select from ticket_clock c where c.ticket_id = t.id and c.state = 'running'));

-- I17 rounds are counted from the first dispatch, one after the other
select t.id, t.round, jsonb_array_length(t.rounds) as rounds from ticket t
where jsonb_array_length(t.rounds) <> case when t.dispatched_at is null then 0 else t.round end
  or exists (select from jsonb_array_elements(t.rounds) with ordinality as r (round, place)
    where (r.round ->> 'number')::int <> r.place);

-- I18 no more time was held up than there was
select t.id from ticket t where t.paused_minutes < 0 or t.paused_minutes > t.handling_minutes;

-- I19 a post that has been handed over for good holds nothing any more, and a planned one has moved nothing yet
select t.id, h.id as handover from handover h join person p on p.id = h.from_person_id and not p.active
join ticket t on t.holder_person_id = h.from_person_id and t.status not in ('closed', 'rejected', 'withdrawn')
where h.state = 'done' and h.leaves
union all
select m.ticket_id, h.id from handover h join handover_ticket m on m.handover_id = h.id where h.state <> 'done'
union all
select m.ticket_id, m.handover_id from handover_ticket m
left join ticket_event v on v.ticket_id = m.ticket_id and v.seq = m.seq and case m.cause
  when 'follow_up' then v.type = 'followUpsReassigned'
  else v.type = 'handedOver' and v.data ->> 'handoverId' = m.handover_id::text end
where v.seq is null
union all
select f.ticket_id, h.id from handover h join person p on p.id = h.from_person_id and not p.active
join ticket_follow_up f on f.person_id = h.from_person_id and f.done_at is null
where h.state = 'done' and h.leaves
union all
select null, h.id from handover h join person p on p.id = h.from_person_id and not p.active
join pairing g on g.person_id = p.id and g.valid @> (business_now() at time zone 'Asia/Shanghai')::date
where h.state = 'done' and h.leaves;

-- I21 a ticket is in a matter exactly since it joined it, of its own district and kind; the answer given is the one kept
select t.id, t.matter_id from ticket t
left join lateral (
  select v.type, v.data ->> 'matterId' as matter_id from ticket_event v
  where v.ticket_id = t.id and v.type in ('joinedMatter', 'leftMatter') order by v.seq desc limit 1
) turn on true
where t.matter_id is distinct from case when turn.type = 'joinedMatter' then turn.matter_id::uuid end
union all
select t.id, m.id from ticket t join matter m on m.id = t.matter_id join ticket lead on lead.id = m.lead_ticket_id
where t.region_code <> m.region_code or t.about_person_id is distinct from lead.about_person_id
  or m.state = 'dissolved' and t.status not in ('rejected', 'withdrawn')
union all
select v.ticket_id, m.id from ticket_event v join matter m on m.id = (v.data ->> 'matterId')::uuid
where v.type = 'answered' and (m.answer is null or m.answer ->> 'outcome' <> v.data ->> 'outcome'
  or m.answer ->> 'responsibleUnitId' <> v.data ->> 'responsibleUnitId' or m.answered_at > v.at);

-- I22 a task force that is dissolved holds nothing and is asked nothing
select t.id, f.unit_id from task_force f join ticket t on t.holder_unit_id = f.unit_id
where f.dissolved_at is not null and t.status not in ('closed', 'rejected', 'withdrawn')
union all
select a.ticket_id, f.unit_id from task_force f join ticket_assist a on a.unit_id = f.unit_id
join ticket t on t.id = a.ticket_id
where f.dissolved_at is not null and a.state = 'asked' and t.status not in ('closed', 'rejected', 'withdrawn');

-- I23 a conference is planned only while its ticket lives, decides what is followed up, and is read by who takes part
select c.ticket_id, c.ordinal from ticket_conference c join ticket t on t.id = c.ticket_id
where c.state = 'planned' and t.status in ('closed', 'rejected', 'withdrawn')
  or not t.held_unit_ids @> c.unit_ids or not t.held_person_ids @> c.person_ids
union all
select f.ticket_id, f.ordinal from ticket_follow_up f join ticket t on t.id = f.ticket_id
join ticket_conference c on c.ticket_id = f.ticket_id and c.ordinal = f.conference
where c.state <> 'concluded' or f.unit_id is not null and f.unit_id <> all (t.held_unit_ids)
  or f.person_id is not null and f.person_id <> all (t.held_person_ids);

-- I24 every posting is in the rollup or waits for it, once
with rolled as (
  select l.* from ledger l where not exists (
    select from ledger_tail w where w.ticket_id = l.ticket_id and w.seq = l.seq and w.part = l.part)
),
posted as (
  select region_code, population, sum(collected) as collected, sum(resolved) as resolved,
    sum(open) as open, sum(overdue) as overdue, sum(handling_minutes) as minutes from rolled group by 1, 2
),
summed as (
  select region_code, population, cut, level, sum(collected) as collected, sum(resolved) as resolved,
    sum(open) as open, sum(overdue) as overdue, sum(handling_minutes) as minutes from ledger_rollup group by 1, 2, 3, 4
)
select p.region_code, p.population, s.cut, s.level, p.collected, s.collected as summed
from posted p full join summed s on s.region_code = p.region_code and s.population = p.population
where (p.collected, p.resolved, p.open, p.overdue, p.minutes)
  is distinct from (s.collected, s.resolved, s.open, s.overdue, s.minutes)
union all
select w.ticket_id::text, null, null, null, w.seq, w.part from ledger_tail w where not exists (
  select from ledger l where l.ticket_id = w.ticket_id and l.seq = w.seq and l.part = w.part);
