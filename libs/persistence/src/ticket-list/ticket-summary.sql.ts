import { lampOf } from './lamp.sql';

/**
 * The columns of a summary; `t` is the ticket. Names are looked up one by one: a page has few rows, and every
 * table less in the `from` is planning time saved.
 */
export const SUMMARY_COLUMNS = `
  t.id, t.number, t.version, t.status, t.tier, t.severity, t.urgency, t.round, t.outcome, t.title, t.category,
  t.region_code, t.confidential, t.leader_id, t.about_person_id, t.submitted_at, t.next_due_at, t.enterprise_id, t.holder_unit_id as unit_id,
  t.holder_person_id as person_id, lamp.color as lamp,
  (select category.label from category where category.code = t.category) as category_name,
  (select enterprise.name from enterprise where enterprise.id = t.enterprise_id) as enterprise_name,
  (select unit.name from unit where unit.id = t.holder_unit_id) as unit_name,
  (select person.name from person where person.id = t.holder_person_id) as person_name`;

/** Joined to the ticket `t`; the statement must define `moment`. */
export const SUMMARY_JOINS = lampOf('t');
