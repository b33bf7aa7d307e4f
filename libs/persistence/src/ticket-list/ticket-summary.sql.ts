import { lampOf } from './lamp.sql';

/** The columns of a summary; `t` is the ticket, the rest comes from {@link SUMMARY_JOINS}. */
export const SUMMARY_COLUMNS = `
  t.id, t.number, t.version, t.status, t.tier, t.severity, t.urgency, t.round, t.outcome, t.title, t.category,
  t.region_code, t.confidential, t.submitted_at, t.next_due_at, lamp.color as lamp, category.label as category_name,
  enterprise.id as enterprise_id, enterprise.name as enterprise_name,
  unit.id as unit_id, unit.name as unit_name, person.id as person_id, person.name as person_name`;

/** Everything a summary names, joined to the ticket `t`; the statement must define `moment`. */
export const SUMMARY_JOINS = `
  join enterprise on enterprise.id = t.enterprise_id
  join category on category.code = t.category
  left join unit on unit.id = t.holder_unit_id
  left join person on person.id = t.holder_person_id
  ${lampOf('t')}`;
