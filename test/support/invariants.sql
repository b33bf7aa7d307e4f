-- One statement per invariant; after every experiment each must answer no rows.

-- I1 no running clock is overdue without its effect
select c.ticket_id, c.kind, c.due_at from ticket_clock c
where c.state = 'running' and not c.lapsed and c.due_at <= business_now() - interval '30 seconds';

-- I2 one escalation per key, and one event for each
select e.ticket_id, e.seq from escalation e
left join ticket_event v on v.ticket_id = e.ticket_id and v.seq = e.seq and v.type = 'escalated'
where v.seq is null
union all
select v.ticket_id, v.seq from ticket_event v
left join escalation e on e.ticket_id = v.ticket_id and e.seq = v.seq
where v.type = 'escalated' and e.id is null;

-- I3 nothing happens after an end
select v.ticket_id, v.seq, v.type from ticket_event v
join ticket_event ended on ended.ticket_id = v.ticket_id and ended.type in ('rejected', 'withdrawn', 'closed')
where v.seq > ended.seq;

-- I4 the sequence has no gap, and the head is the last event's hash
select t.id, t.version, count(v.seq), max(v.seq) from ticket t left join ticket_event v on v.ticket_id = t.id
group by t.id having t.version <> count(v.seq) or t.version <> max(v.seq)
  or t.head_hash <> (array_agg(v.hash order by v.seq desc))[1];

-- I5 every event that tells somebody or waits for routing has its message
select v.ticket_id, v.seq from ticket_event v left join outbox o on o.ticket_id = v.ticket_id and o.seq = v.seq
where o.id is null and v.type in ('routed', 'dispatched', 'escalated', 'answered', 'disputed', 'closed', 'triaged');

-- I6 a stored answer names the resource it was given for
select i.actor_id, i.key from idempotency i
where i.status = 201 and not exists (select 1 from ticket t where t.id = (i.body ->> 'id')::uuid);

-- I7 a ticket that is being handled has exactly one present holder, and a finished one none
select t.id, t.status, count(h.ordinal) from ticket t
left join ticket_holding h on h.ticket_id = t.id and h.to_at is null
group by t.id having count(h.ordinal) <> case when t.status in ('dispatched', 'in_progress', 'answered') then 1
  when t.status in ('closed', 'rejected', 'withdrawn', 'submitted', 'accepted') then 0 else count(h.ordinal) end;

-- I8 hops follow each other without gap or overlap
select later.ticket_id, later.ordinal from ticket_holding later
join ticket_holding earlier on earlier.ticket_id = later.ticket_id and earlier.ordinal = later.ordinal - 1
where later.from_at is distinct from earlier.to_at;

-- I13 the ledger says what the ticket says
select t.id, l.collected, l.resolved, l.closed, l.open from ticket t
join (select ticket_id, sum(collected) as collected, sum(resolved) as resolved, sum(closed) as closed,
        sum(open) as open from ledger group by ticket_id) l on l.ticket_id = t.id
where l.collected <> (t.collected_at is not null and t.status not in ('rejected', 'withdrawn', 'merged'))::int
  or l.resolved <> (t.status in ('answered', 'closed') and t.outcome in ('resolved', 'answered_on_spot'))::int
  or l.closed <> (t.status = 'closed')::int
  or l.open <> (t.collected_at is not null
                and t.status not in ('rejected', 'withdrawn', 'merged', 'answered', 'closed'))::int;
