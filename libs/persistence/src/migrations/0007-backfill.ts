/** Who assisted before there were opinions was asked for none, so only hops and clocks have something to fill in. */
export const PARTS_BACKFILL = `
update ticket_clock set unextended_due_at = due_at;
with handed as (
  select v.ticket_id, v.seq, row_number() over (partition by v.ticket_id order by v.seq) as nth
  from ticket_event v
  where v.type in ('routed','dispatched','escalated')
    or v.type = 'answered' and not exists (
      select from ticket_event earlier where earlier.ticket_id = v.ticket_id and earlier.seq < v.seq
        and earlier.type in ('routed','dispatched','escalated','answered'))
)
update ticket_holding h set seq = handed.seq
from handed where handed.ticket_id = h.ticket_id and handed.nth = h.ordinal;
update ticket_holding h set seq = coalesce(
  (select max(v.seq) from ticket_event v where v.ticket_id = h.ticket_id and v.at <= h.from_at), 1)
where h.seq is null;`;

const MS = (at: string): string => `(extract(epoch from ${at}) * 1000)::bigint`;

// A round runs from its opening event up to the next one; what the enterprise said before a dispute was "no". There
// have been no extensions yet. Until now a "no" stayed on the ticket while the next answer waited for its verdict.
export const ROUNDS_BACKFILL = `
with opening as (
  select id as ticket_id, 0 as seq, 'dispatch' as opened, dispatched_at as from_at
  from ticket where dispatched_at is not null
  union all
  select v.ticket_id, v.seq, 'dispute', v.at from ticket_event v where v.type = 'disputed'
),
span as (
  select opening.*, row_number() over in_order as number, lead(seq) over in_order as next_seq
  from opening window in_order as (partition by ticket_id order by seq)
),
round as (
  select span.*, t.closed_at, t.verdict, answer.at as answered_at, answer.outcome, coalesce(
    t.overruns @> jsonb_build_array(jsonb_build_object('to', ${MS('answer.at')}))
      or next_seq is null and answer.at > promise.due_at, false) as late
  from span join ticket t on t.id = span.ticket_id
  left join ticket_clock promise on promise.ticket_id = t.id and promise.kind = 'resolve'
  left join lateral (
    select v.at, v.data ->> 'outcome' as outcome from ticket_event v
    where v.ticket_id = t.id and v.type = 'answered' and v.seq > span.seq and v.seq < coalesce(next_seq, v.seq + 1)
    order by v.seq desc limit 1
  ) answer on true
)
update ticket t set rounds = made.rounds from (
  select ticket_id, jsonb_agg(jsonb_build_object(
    'number', number, 'opened', opened, 'from', ${MS('from_at')},
    'answeredAt', ${MS('answered_at')}, 'outcome', outcome,
    'solved', case when next_seq is not null then 'no' when closed_at is not null then nullif(verdict ->> 'solved', 'no') end,
    'rating', case when next_seq is null and closed_at is not null then verdict -> 'rating' end,
    'closedAt', case when next_seq is null then ${MS('closed_at')} end,
    'late', late, 'lateWithoutExtension', late) order by number) as rounds
  from round group by ticket_id
) made where made.ticket_id = t.id and t.dispatched_at is not null;
update ticket set verdict = null where status = 'answered' and verdict ->> 'solved' = 'no';`;
