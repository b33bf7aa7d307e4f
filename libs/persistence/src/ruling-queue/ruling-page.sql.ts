import type { RulingFilter, RulingState } from '@zhuqi/application';
import { can, hasRole, ruleOf, scopeOf, type PersonActor } from '@zhuqi/domain';
import { Parameters, scopeCondition } from '../access/scope-sql';
import { momentText, momentValue, type KeyShape } from '../paging/page-key';
import { MOMENT, NOW } from '../ticket-list/lamp.sql';
import { statusIn } from '../ticket-list/open-status.sql';
import { SUMMARY_COLUMNS, SUMMARY_JOINS } from '../ticket-list/ticket-summary.sql';
import { rulerCondition } from './ruler-condition.sql';

interface SqlText {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Order {
  readonly shape: KeyShape;
  readonly column: string;
  readonly direction: 'asc' | 'desc';
  readonly beyond: '>' | '<';
}

const VALUES = ['moment', 'uuid'] as const;

export const ORDERS = {
  pending: {
    shape: { order: 'ruleBy', values: VALUES },
    ...{ column: 'r.rule_by', direction: 'asc', beyond: '>' },
  },
  ruled: {
    shape: { order: '-ruledAt', values: VALUES },
    ...{ column: 'r.ruled_at', direction: 'desc', beyond: '<' },
  },
} as const satisfies Record<RulingState, Order>;

const COLUMNS = `r.id as request_id, r.kind, r.state as request_state, r.reason, r.basis, r.evidence,
  r.to_holder, r.new_due_on::text, r.review_on::text, r.to_severity, r.asked_at, r.rule_by, r.ruled_at, r.note,
  r.asked_by_id, r.asked_unit_id, coalesce(r.ruled_at > r.rule_by, r.rule_by <= ${NOW}) as overdue,
  (select person.name from person where person.id = r.asked_by_id) as asked_by_name,
  (select unit.name from unit where unit.id = r.asked_unit_id) as asked_unit_name,
  (select unit.name from unit where unit.id = (r.to_holder ->> 'unitId')::uuid) as to_unit_name,
  (select person.name from person where person.id = (r.to_holder ->> 'personId')::uuid) as to_person_name`;

const SOURCE = 'ticket_request r join ticket t on t.id = r.ticket_id';

/** Where the lifecycle lets anybody rule; while a ticket waits, its request waits along. */
const RULED_FROM = statusIn(ruleOf('rule').from);

function conditionsOf(reader: PersonActor, { state, kind }: RulingFilter, parameters: Parameters): string[] {
  const within = scopeCondition(scopeOf(reader), parameters);
  const narrowed = kind === undefined ? [within] : [within, `r.kind = ${parameters.add(kind)}`];
  if (state === 'ruled') return [`r.ruled_by_id = ${parameters.add(reader.id)}::uuid`, ...narrowed];
  const business = hasRole(reader, 'auditor') ? [] : [rulerCondition(reader, parameters)];
  return [`r.state = 'pending'`, ...business, ...narrowed];
}

const mayRule = (reader: PersonActor, { state }: RulingFilter, parameters: Parameters): string =>
  state === 'pending' && can(reader.roles, 'ticket.rule')
    ? `coalesce(${rulerCondition(reader, parameters)}, false) and ${RULED_FROM}`
    : 'false';

/** One page; names and lamps are looked up for its items alone. */
export function rulingPageStatement(
  reader: PersonActor,
  filter: RulingFilter,
  place: { readonly limit: number; readonly after: readonly string[] | null },
): SqlText {
  const parameters = new Parameters();
  const conditions = conditionsOf(reader, filter, parameters);
  const { column, direction, beyond } = ORDERS[filter.state];
  const [at, id] = place.after ?? [];
  const beyondKey =
    place.after === null
      ? []
      : [`(${column}, r.id) ${beyond} (${momentValue(parameters.add(at))}, ${parameters.add(id)}::uuid)`];
  const text = `with ${MOMENT}, page as materialized (
      select r.id, ${column} as position from ${SOURCE}
      where ${[...conditions, ...beyondKey].join(' and ')}
      order by ${column} ${direction}, r.id ${direction} limit ${place.limit})
    select ${SUMMARY_COLUMNS}, ${COLUMNS}, ${mayRule(reader, filter, parameters)} as may_rule, ${momentText('page.position')} as position
    from page join ticket_request r on r.id = page.id join ticket t on t.id = r.ticket_id ${SUMMARY_JOINS}
    order by page.position ${direction}, page.id ${direction}`;
  return { text, values: parameters.values };
}

/** How long the whole queue is. */
export function rulingLengthStatement(reader: PersonActor, filter: RulingFilter): SqlText {
  const parameters = new Parameters();
  const conditions = conditionsOf(reader, filter, parameters);
  const text = `select count(*)::integer as count from ${SOURCE} where ${conditions.join(' and ')}`;
  return { text, values: parameters.values };
}
