import type { Page, PageRequest, TicketSummary } from '@zhuqi/application';
import type { Measure } from '@zhuqi/domain';
import { Parameters } from '../access/scope-sql';
import type { Database } from '../database/database';
import { keyValues, momentText, momentValue, pageOf, type KeyShape } from '../paging/page-key';
import { MOMENT } from '../ticket-list/lamp.sql';
import { ticketSummary, type TicketSummaryRow } from '../ticket-list/ticket-summary.mapper';
import { SUMMARY_COLUMNS, SUMMARY_JOINS } from '../ticket-list/ticket-summary.sql';
import { countedIds } from './counted-ids.sql';
import type { LedgerQuestion } from './ledger-entries.sql';

const SHAPE: KeyShape = { order: 'counted', values: ['moment', 'uuid'] };

interface Row extends TicketSummaryRow {
  readonly position: string;
}

/** The tickets one figure counts, the latest submitted first. */
export async function countedTickets(
  database: Database,
  question: LedgerQuestion,
  measure: Measure,
  page: PageRequest,
): Promise<Page<TicketSummary>> {
  const parameters = new Parameters();
  const after = keyValues(page.after, SHAPE);
  const counted = `counted as (${countedIds(question, measure, parameters)})`;
  const beforeCursor = [...parameters.values];
  const rows = await database.rows<Row>(
    `with ${MOMENT}, ${counted},
      page as (select t.id, t.submitted_at from counted join ticket t on t.id = counted.ticket_id
        ${after === null ? '' : `where (t.submitted_at, t.id) < (${placeAfter(after, parameters)})`}
        order by t.submitted_at desc, t.id desc limit ${parameters.add(page.limit + 1)})
      select ${SUMMARY_COLUMNS}, ${momentText('page.submitted_at')} as position
      from page join ticket t on t.id = page.id ${SUMMARY_JOINS}
      order by page.submitted_at desc, page.id desc`,
    parameters.values,
  );
  const result = pageOf(rows, page.limit, {
    item: (row) => ticketSummary(row, question.reader),
    key: (row) => ({ order: SHAPE.order, values: [row.position, row.id] }),
  });
  if (!page.total) return result;
  const [count] = await database.rows<{ count: number }>(
    `with ${counted} select count(*)::integer as count from counted`,
    beforeCursor,
  );
  return { ...result, total: count?.count ?? 0 };
}

const placeAfter = ([moment, id]: readonly string[], parameters: Parameters): string =>
  `${momentValue(parameters.add(moment))}, ${parameters.add(id)}::uuid`;
