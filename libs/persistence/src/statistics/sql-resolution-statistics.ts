import { Injectable } from '@nestjs/common';
import {
  Refused,
  ResolutionStatistics,
  type CountedTicketsRequest,
  type LedgerSelection,
  type Page,
  type PageRequest,
  type ResolutionReport,
  type ResolutionRequest,
  type ResolutionRow,
  type TicketSummary,
} from '@zhuqi/application';
import type { Dimension, Instant, PersonActor } from '@zhuqi/domain';
import { Database } from '../database/database';
import { countedTickets } from './counted-tickets';
import { figuresStatement, type FiguresRow } from './figures.sql';
import { keyLabels } from './key-labels';
import type { SettledSelection } from './ledger-entries.sql';
import { bucketOf } from './rollup-cut';
import { countsSomething, inReadingOrder, keyedRow, keysOf, totalRow } from './resolution-row.mapper';

interface SettledRow {
  readonly region_codes: string[];
  readonly as_of: Date;
  readonly as_of_day: string;
  readonly hour_began: Date;
  readonly day_began: Date;
  readonly month_began: Date;
  readonly [column: string]: unknown;
}

const SETTLE = {
  name: 'statistics.settle',
  text: `
with recursive subtree as (
  select code from region where code = $2
  union all select region.code from region join subtree on region.parent_code = subtree.code
)
select array(select code from subtree where code = any($3::text[]) order by code) as region_codes,
  asked.as_of, to_char(asked.as_of at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as as_of_day,
  ${bucketOf("'hour'", 'asked.as_of')} as hour_began,
  ${bucketOf("'day'", 'asked.as_of')} as day_began,
  ${bucketOf("'month'", 'asked.as_of')} as month_began
from (select least($1::timestamptz, business_now()) as as_of) asked`,
};

/** Sums the ledger, by its rollup where that answers the question: a figure is always a sum of postings. */
@Injectable()
export class SqlResolutionStatistics extends ResolutionStatistics {
  constructor(private readonly database: Database) {
    super();
  }

  async report(reader: PersonActor, request: ResolutionRequest): Promise<ResolutionReport> {
    const selection = await this.settle(reader, request);
    const statement = figuresStatement({ reader, selection, pinned: [], groupBy: request.groupBy });
    const { text, values, rolled } = statement;
    const rows = await this.database[rolled ? 'page' : 'rows']<FiguresRow>(text, values);
    const total = rows.filter((row) => row.is_total).map(totalRow)[0] as ResolutionRow;
    const keyed = await this.keyedRows(
      rows.filter((row) => !row.is_total),
      request.groupBy,
    );
    return {
      regionCode: request.regionCode ?? reader.regionCode,
      from: request.from,
      to: request.to,
      asOf: selection.asOf.getTime(),
      basis: request.basis,
      population: request.population,
      withoutComplaints: request.withoutComplaints === true,
      rows: request.groupBy.length === 0 ? [total] : keyed,
      total,
    };
  }

  async tickets(
    reader: PersonActor,
    counted: CountedTicketsRequest,
    page: PageRequest,
  ): Promise<Page<TicketSummary>> {
    const selection = await this.settle(reader, counted);
    const question = { reader, selection, pinned: counted.pinned, groupBy: [] };
    return countedTickets(this.database, question, counted.measure, page);
  }

  private async keyedRows(
    rows: readonly FiguresRow[],
    groupBy: readonly Dimension[],
  ): Promise<ResolutionRow[]> {
    const labels = await Promise.all(
      groupBy.map((dimension, index) =>
        keyLabels(
          this.database,
          dimension,
          rows.map((row) => keysOf(row)[index] ?? null),
        ),
      ),
    );
    return rows
      .map((row) => keyedRow(row, groupBy, labels))
      .filter(countsSomething)
      .sort(inReadingOrder);
  }

  /** The instant and the regions a question means; refuses a region that is not the reader's. */
  private async settle(
    reader: PersonActor,
    request: LedgerSelection & { readonly asOf: Instant | null },
  ): Promise<SettledSelection> {
    const root = request.regionCode ?? reader.regionCode;
    const [row] = await this.database.named<SettledRow>(SETTLE, [
      request.asOf === null ? null : new Date(request.asOf),
      root,
      reader.regionCodes,
    ]);
    if (row === undefined || !row.region_codes.includes(root)) {
      throw new Refused({
        code: 'statistics.region',
        detail: `没有地区 ${root}，或不在您的范围内`,
        pointer: '/regionCode',
      });
    }
    return {
      ...request,
      regionCodes: row.region_codes,
      asOf: row.as_of,
      asOfDay: row.as_of_day,
      hourBegan: row.hour_began,
      dayBegan: row.day_began,
      monthBegan: row.month_began,
    };
  }
}
