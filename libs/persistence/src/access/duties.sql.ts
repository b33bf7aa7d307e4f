import { HANDLER_ROLE_ARRAY } from '../responsibility/handler-roles.sql';

const TODAY = `(business_now() at time zone 'Asia/Shanghai')::date`;

/** People who are absent today and whose substitute \`person\` is; the substitute of a substitute does not act. */
const absentOf = (person: string): string => `
  select s.person_id as id from substitution s
  where s.substitute_id = ${person} and s.ended_at is null and s.valid @> ${TODAY}`;

// Leaders only: a confidential ticket names its leader for good. Officers and units hold what is theirs by rows of
// their own, and nobody should lose sight of a complaint because it is about the predecessor.
const LEADERSHIP = `h.state = 'done' and 'leader' = any(h.posts)`;

/** Everybody whose place \`p\` takes today, as the lateral table \`place\`: the absent, and leaders before it. */
export const PLACES_OF_P = `cross join lateral (
  with recursive place as (
    (${absentOf('p.id')}
     union select h.from_person_id from handover h where h.to_person_id = p.id and ${LEADERSHIP})
    union select h.from_person_id from place l join handover h on h.to_person_id = l.id and ${LEADERSHIP}
  )
  select array(select id from place where id <> p.id order by id) as person_ids,
    array(${absentOf('p.id')}) as absent_ids
) place`;

/** Units of the absent that \`p\` acts for as they do. */
export const UNITS_OF_ABSENT = `array(select distinct away.unit_id from person away
  where away.id = any(place.absent_ids) and away.unit_id is not null and away.roles && ${HANDLER_ROLE_ARRAY})`;

/** Enterprises whose officer today is \`p\` or somebody whose substitute it is. */
export const PAIRED_TODAY = `array(select g.enterprise_id from pairing g
  where (g.person_id = p.id or g.person_id = any(place.absent_ids)) and g.kind = 'officer' and g.valid @> ${TODAY})`;
