import type { Statement } from '../database/database';
import { businessDay } from '../database/business-day.sql';
import { named } from '../database/named-json.sql';
import { chainOf } from '../responsibility/chain.sql';
import { calendarInForce, policyInForce, rebasingPolicy } from '../rules/rules-in-force.sql';

const partOf = (table: string, name: string, order = 'p.ordinal'): string => `
  (select coalesce(json_agg(p order by ${order}), '[]') from ${table} p where p.ticket_id = t.id) as ${name}`;

/** What hangs on the ticket `t`. Questions stand before what was deferred: they came with the submission. */
export const AGGREGATE_PARTS = [
  partOf('ticket_clock', 'clocks'),
  partOf('ticket_holding', 'holdings'),
  partOf('ticket_request', 'requests'),
  partOf('ticket_assist', 'assists'),
  partOf('ticket_item', 'items', 'p.kind desc, p.ordinal'),
  partOf('ticket_conference', 'conferences'),
  partOf('ticket_follow_up', '"followUps"'),
  `
  (select coalesce(json_agg(c.id order by c.merged_at, c.id), '[]')
   from ticket c where c.merged_into_id = t.id) as "childIds"`,
].join(',');

/**
 * Lock first, read afterwards: a statement that waits for the lock would see the new ticket with old clocks,
 * because only the locked row is read again after the wait.
 */
export const LOCK_TICKET: Statement = {
  name: 'ticket-lock',
  text: 'select 1 from ticket where id = $1 for no key update',
};

/** The aggregate with the chain of responsibility of its enterprise on the business day of $2. */
export const LOAD_TICKET: Statement = {
  name: 'ticket-load',
  text: `
select to_json(t) as ticket, ${AGGREGATE_PARTS}, ${chainOf('e', businessDay('$2'))} as chain,
  json_build_object(
    'calendarVersion', ${calendarInForce('t.region_code')},
    'policyVersion', ${policyInForce('t.region_code', businessDay('$2'))},
    'rebasingPolicy', (select later.version
      from (select ${rebasingPolicy('t.region_code', businessDay('$2'))} as version) later
      where later.version > t.policy_version)) as "inForce",
  (select max(v.at) from ticket_event v where v.ticket_id = t.id) as "lastEventAt"
from ticket t join enterprise e on e.id = t.enterprise_id left join project j on j.id = t.project_id
where t.id = $1`,
};

export const FIND_TICKET: Statement = {
  name: 'ticket-find',
  text: `
select to_json(t) as ticket, ${AGGREGATE_PARTS}, extract(epoch from business_now()) * 1000 as now
from ticket t where t.id = $1`,
};

/** What people call these tickets. */
export const NUMBERS_OF: Statement = {
  name: 'ticket-numbers',
  text: 'select id, number from ticket where id = any($1::uuid[])',
};

/** What a submission needs of its enterprise, and of its project $3 if it names one, with the ticket's number. */
export const SUBMITTING_ENTERPRISE: Statement = {
  name: 'enterprise-submitting',
  text: `
select e.id, e.region_code, e.industry, ${chainOf('e', businessDay('$2'))} as chain, j.state as project_state,
  'ZQ' || to_char($2::timestamptz at time zone 'Asia/Shanghai', 'YYYYMMDD')
    || '-' || lpad(n.text, greatest(6, length(n.text)), '0') as number
from enterprise e left join project j on j.id = $3 and j.enterprise_id = e.id
cross join lateral (select nextval('ticket_number')::text as text where e.id is not null) n
where e.id = $1`,
};

const events = (name: string, condition: string): Statement => ({
  name,
  text: `
select e.seq, e.type, e.at, e.actor_kind, e.actor_id, p.name as actor_name,
  p.enterprise_id as actor_enterprise_id,
  (select ${named('b')} from person b
    where b.id = (e.data ->> 'onBehalfOfId')::uuid) as on_behalf_of, e.data, e.hash, x.texts
from ticket_event e
left join ticket_text x on x.ticket_id = e.ticket_id and x.seq = e.seq
left join person p on p.id = e.actor_id
where e.ticket_id = $1${condition}
order by e.seq`,
});

/** The log of a ticket. */
export const EVENTS_OF = events('ticket-events', '');

/** One event of it. */
export const EVENT_OF = events('ticket-event', ' and e.seq = $2');
