import { Injectable } from '@nestjs/common';
import {
  RulingQueue,
  type Page,
  type PageRequest,
  type RulingFilter,
  type RulingItem,
} from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Database } from '../database/database';
import { keyValues, pageOf } from '../paging/page-key';
import { rulingItem, type RulingItemRow } from './ruling-item.mapper';
import { ORDERS, rulingLengthStatement, rulingPageStatement } from './ruling-page.sql';

/** Pending requests by their deadline, straight from the index of what is pending; rulings by when they were made. */
@Injectable()
export class SqlRulingQueue extends RulingQueue {
  constructor(private readonly database: Database) {
    super();
  }

  async page(reader: PersonActor, filter: RulingFilter, page: PageRequest): Promise<Page<RulingItem>> {
    const { shape } = ORDERS[filter.state];
    const place = { limit: page.limit + 1, after: keyValues(page.after, shape) };
    const { text, values } = rulingPageStatement(reader, filter, place);
    const rows = await this.database.page<RulingItemRow>(text, values);
    const result = pageOf(rows, page.limit, {
      item: (row) => rulingItem(row, reader),
      key: (row) => ({ order: shape.order, values: [row.position, row.request_id] }),
    });
    return page.total ? { ...result, total: await this.length(reader, filter) } : result;
  }

  private async length(reader: PersonActor, filter: RulingFilter): Promise<number> {
    const { text, values } = rulingLengthStatement(reader, filter);
    const [row] = await this.database.rows<{ count: number }>(text, values);
    return row?.count ?? 0;
  }
}
