import { Injectable } from '@nestjs/common';
import { TicketList, type Page, type TicketListRequest, type TicketSummary } from '@zhuqi/application';
import { scopeOf, type PersonActor } from '@zhuqi/domain';
import { Parameters, scopeCondition } from '../access/scope-sql';
import { Database } from '../database/database';
import { keyValues, momentText, pageOf } from '../paging/page-key';
import { lampOf, MOMENT } from './lamp.sql';
import { driversOf, type Driver } from './ticket-driver.sql';
import { asksForLamp, filterConditions } from './ticket-filter.sql';
import { beyondKey, ORDERS } from './ticket-order.sql';
import { ticketSummary, type TicketSummaryRow } from './ticket-summary.mapper';
import { SUMMARY_COLUMNS, SUMMARY_JOINS } from './ticket-summary.sql';

interface Row extends TicketSummaryRow {
  readonly position: string;
}

/** Ticket pages by keyset: each driver gives its first tickets in order, the page is the first of them all. */
@Injectable()
export class SqlTicketList extends TicketList {
  constructor(private readonly database: Database) {
    super();
  }

  async page(reader: PersonActor, request: TicketListRequest): Promise<Page<TicketSummary>> {
    const { text, values } = pageStatement(reader, request);
    const rows = await this.database.rows<Row>(text, values);
    const page = pageOf(rows, request.limit, {
      item: (row) => ticketSummary(row, reader),
      key: (row) => ({ order: request.sort, values: [row.position, row.id] }),
    });
    return request.total ? { ...page, total: await this.count(reader, request) } : page;
  }

  private async count(reader: PersonActor, { filter }: TicketListRequest): Promise<number> {
    const parameters = new Parameters();
    const conditions = [
      scopeCondition(scopeOf(reader), parameters),
      ...filterConditions(filter, reader, parameters),
    ];
    const [row] = await this.database.rows<{ count: number }>(
      `with ${MOMENT} select count(*)::integer as count from ticket t ${asksForLamp(filter) ? lampOf('t') : ''}
       where ${conditions.join(' and ')}`,
      parameters.values,
    );
    return row?.count ?? 0;
  }
}

/** Exported for the test that looks at its plan. */
export function pageStatement(
  reader: PersonActor,
  request: TicketListRequest,
): { text: string; values: unknown[] } {
  const parameters = new Parameters();
  const scope = scopeOf(reader);
  const { direction, position } = ORDERS[request.sort];
  const conditions = [
    scopeCondition(scope, parameters),
    ...filterConditions(request.filter, reader, parameters),
    ...beyondKey(request.sort, keyValues(request.after, ORDERS[request.sort]), parameters),
  ];
  const order = (id: string, key: string): string => `order by ${key} ${direction}, ${id} ${direction}`;
  const limit = `limit ${parameters.add(request.limit + 1)}`;
  const branch = (driver: Driver): string => {
    const first = `select t.id, ${position} as position from ticket t ${asksForLamp(request.filter) ? lampOf('t') : ''}
      where ${[driver.condition, ...conditions].join(' and ')} ${order('t.id', position)} ${limit}`;
    return driver.each === null
      ? `(${first})`
      : `(select hit.id, hit.position from ${driver.each} cross join lateral (${first}) hit)`;
  };
  const branches = driversOf(reader, scope, request, parameters).map(branch);
  const hits =
    branches.length === 0
      ? `(select t.id, ${position} as position from ticket t where false)`
      : branches.join(' union ');
  const text = `with ${MOMENT},
    page as (select id, position from (${hits}) hits ${order('id', 'position')} ${limit})
    select ${SUMMARY_COLUMNS}, ${momentText('page.position')} as position
    from page join ticket t on t.id = page.id ${SUMMARY_JOINS}
    ${order('page.id', 'page.position')}`;
  return { text, values: parameters.values };
}
