import { HANDLER_ROLE_ARRAY } from '../responsibility/handler-roles.sql';
import { TODAY } from '../database/business-day.sql';

/** People who are absent today and whose substitute `person` is; the substitute of a substitute does not act. */
const absentOf = (person: string): string => `
  select s.person_id as id from substitution s
  where s.substitute_id = ${person} and s.ended_at is null and s.valid @> ${TODAY}`;

const LEADERSHIP = `h.state = 'done' and 'leader' = any(h.posts)`;

/** The person has not given away again what this handover has brought it. */
const KEPT = `not exists (select from handover after where after.from_person_id = h.to_person_id
  and after.state = 'done' and 'leader' = any(after.posts) and after.done_at > h.done_at)`;

/** Between two handovers of one person it gave its leadership to nobody else: the earlier went along with the later. */
const WENT_ALONG = `h.done_at < l.done_at and not exists (select from handover other
  where other.from_person_id = h.to_person_id and other.state = 'done' and 'leader' = any(other.posts)
    and other.done_at > h.done_at and other.done_at < l.done_at)`;

/**
 * Whose place `p` takes today, as the lateral table `place`: the absent, and the leaders whose leadership has come,
 * hand over hand, to it or to the absent. Leaders only: a confidential ticket names its leader for good, while
 * officers and units hold what is theirs by rows of their own.
 */
export const PLACES_OF_P = `cross join lateral (
  with recursive absent as (${absentOf('p.id')}), led as (
    select h.from_person_id as id, h.done_at from handover h
    where h.to_person_id in (select p.id union all select absent.id from absent) and ${LEADERSHIP} and ${KEPT}
    union
    select h.from_person_id, h.done_at from led l join handover h on h.to_person_id = l.id
    where ${LEADERSHIP} and ${WENT_ALONG}
  )
  select array(select id from absent order by id) as absent_ids,
    array(select distinct id from led where id <> p.id order by id) as leads_for_ids
) place`;

/**
 * The leadership of a person has come, hand over hand, to `q` or to whoever `q` is the substitute of, and is still
 * there: `leadersOf` of the domain, asked from the other end.
 */
export const leadsFor = (q: string, person: string): string => `${q} in (
  with recursive passed as (
    select ${person} as id, '-infinity'::timestamptz as at
    union
    select h.to_person_id, h.done_at from passed l join handover h on h.from_person_id = l.id
    where ${LEADERSHIP} and h.done_at > l.at and (l.at = '-infinity' or not exists (
      select from handover other where other.from_person_id = l.id and other.state = 'done'
        and 'leader' = any(other.posts) and other.done_at > l.at and other.done_at < h.done_at))
  ), keeping as (
    select l.id from passed l where l.at = '-infinity' or not exists (
      select from handover h where h.from_person_id = l.id and ${LEADERSHIP} and h.done_at > l.at)
  )
  select id from keeping
  union all select s.substitute_id from keeping join substitution s on s.person_id = keeping.id
  where s.ended_at is null and s.valid @> ${TODAY})`;

/** Units of the absent that `p` acts for as they do. */
export const UNITS_OF_ABSENT = `array(select distinct away.unit_id from person away
  where away.id = any(place.absent_ids) and away.unit_id is not null and away.roles && ${HANDLER_ROLE_ARRAY})`;

/** Enterprises whose officer today is `p` or somebody whose substitute it is. */
export const PAIRED_TODAY = `array(select g.enterprise_id from pairing g
  where (g.person_id = p.id or g.person_id = any(place.absent_ids)) and g.kind = 'officer' and g.valid @> ${TODAY})`;
