import type { TicketListRequest } from '@zhuqi/application';
import { scopeOf, type PersonActor } from '@zhuqi/domain';
import { Parameters, scopeCondition } from '../access/scope-sql';
import { keyValues, momentText } from '../paging/page-key';
import { lampOf, MOMENT } from './lamp.sql';
import { driversOf, type Driver } from './ticket-driver.sql';
import { asksForLamp, filterConditions } from './ticket-filter.sql';
import { beyondKey, ORDERS } from './ticket-order.sql';
import { SUMMARY_COLUMNS, SUMMARY_JOINS } from './ticket-summary.sql';

export interface SqlText {
  readonly text: string;
  readonly values: unknown[];
}

/**
 * A condition that only checks what a driver already says. Written plainly, the planner would count it twice, expect
 * next to nothing, and sort everything there is instead of reading the first few in order; of this form it believes
 * that nearly every row passes.
 */
export const checked = (condition: string): string => `(case when ${condition} then 1 else 0 end) <> 0`;

/** One page: each driver gives its first tickets in order, the page is the first of them all. */
export function pageStatement(reader: PersonActor, request: TicketListRequest): SqlText {
  const parameters = new Parameters();
  const scope = scopeOf(reader);
  const { filter, sort } = request;
  const { direction, position } = ORDERS[sort];
  const drivers = driversOf({ reader, scope, filter, sort, parameters });
  const { place, rest, texts } = filterConditions(filter, reader, parameters);
  const placed = [scopeCondition(scope, parameters), ...place];
  const looked = [...rest, ...beyondKey(sort, keyValues(request.after, ORDERS[sort]), parameters)];
  const order = (id: string, key: string): string => `order by ${key} ${direction}, ${id} ${direction}`;
  // Spelled out: for a limit it does not know the planner expects a tenth of all rows and sorts them.
  const limit = `limit ${request.limit + 1}`;
  const branch = (driver: Driver, text: string): string => {
    const where = [driver.condition, ...(driver.open ? placed : placed.map(checked)), ...looked, text];
    const first = `select t.id, ${position} as position from ticket t ${asksForLamp(filter) ? lampOf('t') : ''}
      where ${where.join(' and ')} ${order('t.id', position)} ${limit}`;
    return driver.each === null
      ? `(${first})`
      : `(select hit.id, hit.position from ${driver.each} cross join lateral (${first}) hit)`;
  };
  const branches = drivers.flatMap((driver) =>
    (texts.length === 0 ? ['true'] : texts).map((text) => branch(driver, text)),
  );
  const hits =
    branches.length === 0
      ? `select id, submitted_at as position from ticket where false`
      : branches.join(' union ');
  const text = `with ${MOMENT},
    page as materialized (select id, position from (${hits}) hits ${order('id', 'position')} ${limit})
    select ${SUMMARY_COLUMNS}, ${momentText('page.position')} as position
    from page join ticket t on t.id = page.id ${SUMMARY_JOINS}
    ${order('page.id', 'page.position')}`;
  return { text, values: parameters.values };
}

/** How many tickets the filter leaves in all; this one does look at each of them. */
export function countStatement(reader: PersonActor, { filter }: TicketListRequest): SqlText {
  const parameters = new Parameters();
  const { place, rest, texts } = filterConditions(filter, reader, parameters);
  const found = texts.length === 0 ? [] : [`(${texts.map((text) => `(${text})`).join(' or ')})`];
  const conditions = [scopeCondition(scopeOf(reader), parameters), ...place, ...rest, ...found];
  const text = `with ${MOMENT} select count(*)::integer as count
    from ticket t ${asksForLamp(filter) ? lampOf('t') : ''} where ${conditions.join(' and ')}`;
  return { text, values: parameters.values };
}
