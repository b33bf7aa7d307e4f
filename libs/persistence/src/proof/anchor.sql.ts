import type { Statement } from '../database/database';

const PUBLISHED = `(
  select id, region_code, digest, 'bulletin' as kind from bulletin
  union all select id, region_code, digest, 'ranking' from ranking_publication
) p`;

/**
 * Heads above the last anchored one of their ticket, whatever time their events bear: a change that was committed late
 * is as new as any. One pass over tickets and anchored heads, both in memory once they are narrow.
 */
export const MOVED = `
with covered as (select ticket_id, max(seq) as seq from anchor_head group by ticket_id)
select t.region_code as "regionCode", t.id as "ticketId", t.version as seq, t.head_hash as hash
from ticket t left join covered c on c.ticket_id = t.id
where c.seq is null or c.seq < t.version
order by t.region_code, t.id limit $1`;

/** A region's next anchor covers them. As many as there are: they appear by the week. */
export const UNSEALED = `
select region_code as "regionCode", kind, id, digest from ${PUBLISHED}
where not exists (select from anchor_publication s where s.publication_id = p.id) order by region_code, id`;

export const LATEST: Statement = {
  name: 'anchor-latest',
  text: `
select distinct on (region_code) region_code as "regionCode", ordinal, root
from anchor where region_code = any($1::text[]) order by region_code, ordinal desc`,
};

const SEALED = 'region_code, ordinal, kind, publication_id, digest';

export const KEEP: Statement = {
  name: 'anchor-keep',
  text: `
with kept as (
  insert into anchor (region_code, ordinal, at, heads, previous, root, signature)
  select region_code, ordinal, at, heads, previous, root, signature from json_populate_record(null::anchor, $1::json)
), sealed as (
  insert into anchor_publication (${SEALED}) select ${SEALED} from json_populate_recordset(null::anchor_publication, $3::json)
)
insert into anchor_head (region_code, ordinal, ticket_id, seq, hash)
select region_code, ordinal, ticket_id, seq, hash from json_populate_recordset(null::anchor_head, $2::json)`,
};

const ANCHORS = `
select region_code as "regionCode", ordinal, (extract(epoch from at) * 1000)::float8 as at, heads, previous, root, signature
from anchor`;

/** Above the ordinals in $2, region by region in $1. */
export const AFTER: Statement = {
  name: 'anchor-after',
  text: `${ANCHORS} a left join unnest($1::text[], $2::integer[]) as told (code, last) on told.code = a.region_code
where ordinal > coalesce(told.last, 0) order by region_code, ordinal`,
};

export const ALL_ANCHORS = `${ANCHORS} order by region_code, ordinal`;

/** The first $1 anchored heads that are not in the log any more, and how many there are. */
export const LOST_HEADS = `
select h.region_code as "regionCode", h.ordinal, h.ticket_id as "ticketId", h.seq, (count(*) over ())::integer as lost
from anchor_head h left join ticket_event e on e.ticket_id = h.ticket_id and e.seq = h.seq
where e.hash is distinct from h.hash order by h.region_code, h.ordinal, h.ticket_id limit $1`;

/** In the order of their anchors, and within one as they were hashed; what is published under that id now. */
export const SEALED_PUBLICATIONS = `
select s.region_code as "regionCode", s.ordinal, s.kind, s.publication_id as id, s.digest, p.digest as now
from anchor_publication s left join ${PUBLISHED} on p.id = s.publication_id and p.kind = s.kind
  and p.region_code = s.region_code
order by s.region_code, s.ordinal, s.publication_id`;
