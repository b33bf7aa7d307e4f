import type { PersonActor } from '@zhuqi/domain';
import { idOf, type ReadingRoom } from './reading-room';
import { actor } from './two-districts';

const UNITS = ['dongsheng', 'yingjun', 'miit', 'commerce', 'office'] as const;
const ENTERPRISES = 400;
/** One in so many is still open. */
const OPEN_SHARE = 10;
/** Inserted at a time, within the statement's time limit. */
const STEP = 10_000;

const crowdEnterprise = (index: number): string => idOf(`e${index}`);

/** Readers whose share of the crowd grows with it. */
export const CROWD_READERS = {
  office: actor('office'),
  city: actor('city'),
  leader: actor('leader'),
  township: actor('township'),
  officer: { ...actor('officer'), pairedEnterpriseIds: [1, 2, 3, 4, 5].map(crowdEnterprise) },
  enterprise: { ...actor('enterprise'), enterpriseId: crowdEnterprise(7) },
} as const satisfies Record<string, PersonActor>;

/**
 * Adds tickets up to so many: a tenth of them open, spread over enterprises, units, people and statuses, each open
 * one with its promise. Made inside PostgreSQL, so that ten thousand take a second.
 */
export async function growCrowd(room: ReadingRoom, from: number, to: number): Promise<void> {
  const { database } = room;
  const townships = [idOf('dongsheng'), idOf('yingjun')];
  await database.rows(CROWD_ENTERPRISES, [townships]);
  for (let first = from + 1; first <= to; first += STEP) {
    const last = Math.min(to, first + STEP - 1);
    await database.rows(TICKETS, [first, last, UNITS.map(idOf), idOf('leader'), idOf('leaderB')]);
  }
  await database.rows(CLOCKS);
  for (const table of ['ticket', 'ticket_clock', 'enterprise'])
    await database.rows(`vacuum analyze ${table}`);
}

const CROWD_ENTERPRISES = `
insert into enterprise (id, region_code, township_id, credit_code, name, industry, class)
select md5('e' || i)::uuid, case when i % 10 = 0 then '220106' else '220105' end, ($1::uuid[])[1 + i % 2],
  'CROWD' || i, '第' || i || '号企业', 'services', 'other'
from generate_series(1, ${ENTERPRISES}) i on conflict do nothing`;

const TICKETS = `
insert into ticket (id, number, version, head_hash, region_code, enterprise_id, industry, status, tier, severity,
  urgency, round, title, description, category, channel, confidential, holder_unit_id, held_unit_ids,
  held_person_ids, leader_id, submitted_at, next_due_at)
select md5('t' || i)::uuid, 'C-' || i, 1, '', e.region_code, e.id, e.industry,
  case when state.open then (array['submitted','accepted','dispatched','in_progress','answered','need_info'])
    [1 + (i / ${OPEN_SHARE}) % 6] else 'closed' end,
  1 + (i / 7) % 4, 'simple', 'normal', 1, '第' || i || '件诉求', '', 'permits', 'enterprise', i % 50 = 0,
  held.unit, array[held.unit],
  case when i % 3 = 0 then '{}' else array[md5('p' || (i * 31) % 230)::uuid] end,
  case when i % 52 = 0 then $4::uuid else $5::uuid end,
  timestamptz '2023-10-01' - i * interval '1 minute',
  case when state.open then timestamptz '2023-10-10' + (i % 40000) * interval '1 minute' end
from generate_series($1::integer, $2::integer) i
cross join lateral (select i % ${OPEN_SHARE} = 0 as open) state
cross join lateral (select ($3::uuid[])[1 + (i / 3) % ${UNITS.length}] as unit) held
join enterprise e on e.id = md5('e' || (1 + (i * 7919::bigint) % ${ENTERPRISES}))::uuid`;

const CLOCKS = `
insert into ticket_clock (id, ticket_id, ordinal, kind, round, state, started_at, allowance, working_ms,
  original_due_at, unextended_due_at, due_at, warn_at, pauses, provisional, policy_version, generation)
select md5('c' || t.number)::uuid, t.id, 1, 'resolve', 1, 'running', t.submitted_at, '{}', 0, t.next_due_at,
  t.next_due_at, t.next_due_at, t.next_due_at - interval '1 day', '[]', false, 1, 1
from ticket t where t.next_due_at is not null on conflict do nothing`;
