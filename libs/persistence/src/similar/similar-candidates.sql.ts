import { COMPARED_CHARACTERS, type Quest } from '@zhuqi/application';
import { REACH_DAYS, scopeOf, type PersonActor } from '@zhuqi/domain';
import { Parameters, scopeCondition } from '../access/scope-sql';
import { isOpen } from '../ticket-list/open-status.sql';
import type { SqlText } from '../ticket-list/ticket-page.sql';
import { placesOf } from './similar-places.sql';

const COLUMNS = `t.id, t.number, t.title, left(t.description, ${String(COMPARED_CHARACTERS)}) as said, t.category, t.enterprise_id, t.township_id,
  t.region_code, t.confidential, t.submitted_at`;

/** A title as its pairs are looked for in it: those are letters and numbers, of which none means anything more. */
const FOLDED_TITLE = 'lower(normalize(t.title, nfkc))';

/** Of what is looked at: what is open, or was closed of late. */
const RECENT = `(${isOpen()} or t.status = 'closed'
  and t.closed_at >= (select business_now()) - interval '${String(REACH_DAYS)} days')`;
const UNCLUSTERED = `t.matter_id is null and t.about_person_id is null
  and t.status in ('submitted', 'accepted', 'dispatched', 'in_progress', 'need_info', 'suspended')`;

/** What may be alike to what is asked about, the latest first. */
export function candidatesStatement(reader: PersonActor, quest: Quest): SqlText {
  const parameters = new Parameters();
  const scope = scopeOf(reader);
  const { pairs, regionCode, enterpriseId, alsoOf, exceptId, until, limit } = quest;
  const places = placesOf({ reader, scope, regionCode, enterpriseId, alsoOf, until }, parameters);
  const conditions = [
    ...(exceptId === undefined ? [] : [`t.id <> ${parameters.add(exceptId)}::uuid`]),
    ...(regionCode === undefined ? [] : [`t.region_code = ${parameters.add(regionCode)}`]),
    RECENT,
    ...(pairs === undefined ? [] : [`${FOLDED_TITLE} ~ ${parameters.add(pairs.join('|'))}`]),
    scopeCondition(scope, parameters),
  ];
  return { text: latest(places, conditions, limit), values: parameters.values };
}

/** What waits for an answer and no matter has, of the latest, the latest first. */
export function unclusteredStatement(reader: PersonActor, limit: number): SqlText {
  const parameters = new Parameters();
  const scope = scopeOf(reader);
  const places = placesOf({ reader, scope }, parameters);
  const conditions = [UNCLUSTERED, scopeCondition(scope, parameters)];
  return { text: latest(places, conditions, limit), values: parameters.values };
}

/** A ticket found in two places is one. */
function latest(places: readonly string[], conditions: readonly string[], limit: number): string {
  const found = places.map((place) => `select ${COLUMNS} from ${place} t where ${conditions.join(' and ')}`);
  const all = found.length === 0 ? `select ${COLUMNS} from ticket t where false` : found.join(' union ');
  return `select * from (${all}) found order by submitted_at desc, id desc limit ${String(limit)}`;
}
