import { Injectable } from '@nestjs/common';
import { TicketList, type Page, type TicketListRequest, type TicketSummary } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Database } from '../database/database';
import { pageOf } from '../paging/page-key';
import { countStatement, pageStatement } from './ticket-page.sql';
import { ticketSummary, type TicketSummaryRow } from './ticket-summary.mapper';

interface Row extends TicketSummaryRow {
  readonly position: string;
}

/** Ticket pages by keyset. */
@Injectable()
export class SqlTicketList extends TicketList {
  constructor(private readonly database: Database) {
    super();
  }

  async page(reader: PersonActor, request: TicketListRequest): Promise<Page<TicketSummary>> {
    const { text, values } = pageStatement(reader, request);
    const rows = await this.database.page<Row>(text, values);
    const page = pageOf(rows, request.limit, {
      item: (row) => ticketSummary(row, reader),
      key: (row) => ({ order: request.sort, values: [row.position, row.id] }),
    });
    return request.total ? { ...page, total: await this.count(reader, request) } : page;
  }

  private async count(reader: PersonActor, request: TicketListRequest): Promise<number> {
    const { text, values } = countStatement(reader, request);
    const [row] = await this.database.rows<{ count: number }>(text, values);
    return row?.count ?? 0;
  }
}
