import { Injectable } from '@nestjs/common';
import {
  EscalatedTickets,
  type EscalatedTicket,
  type EscalationState,
  type Page,
  type PageRequest,
} from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Database } from '../database/database';
import { keyValues, pageOf, type KeyShape } from '../paging/page-key';
import { escalatedTicket, type EscalatedRow } from './escalated-ticket.mapper';
import { partStatement, queueLengthStatement } from './escalation-page.sql';
import { RANKS, type Rank } from './escalation-queue.sql';

const SHAPE: KeyShape = { order: 'escalation', values: ['number', 'moment', 'uuid'] };
const READ_CLOCK = { name: 'escalation.now', text: 'select business_now() as now' };

interface RankedRow {
  readonly rank: Rank;
  readonly row: EscalatedRow;
}

/** Tickets by their latest escalation, part by part until the page is full: usually the red ones fill it. */
@Injectable()
export class SqlEscalatedTickets extends EscalatedTickets {
  constructor(private readonly database: Database) {
    super();
  }

  async page(reader: PersonActor, state: EscalationState, page: PageRequest): Promise<Page<EscalatedTicket>> {
    const rows = await this.rows(reader, state, page);
    const result = pageOf(rows, page.limit, {
      item: ({ row }) => escalatedTicket(row, reader),
      key: ({ rank, row }) => ({
        order: SHAPE.order,
        values: [String(RANKS.indexOf(rank)), row.position, row.id],
      }),
    });
    return page.total ? { ...result, total: await this.length(reader, state) } : result;
  }

  private async rows(reader: PersonActor, state: EscalationState, page: PageRequest): Promise<RankedRow[]> {
    const [from = '0', ...place] = keyValues(page.after, SHAPE) ?? [];
    // One reading of the clock for all parts: no ticket turns red between two of them and is missed.
    const [clock] = await this.database.named<{ now: Date }>(READ_CLOCK);
    const rows: RankedRow[] = [];
    for (const rank of RANKS.slice(Number(from))) {
      if (rows.length > page.limit || clock === undefined) break;
      const after = rank === RANKS[Number(from)] && place.length > 0 ? place : null;
      const { text, values } = partStatement({
        ...{ reader, state, rank, after },
        now: clock.now,
        limit: page.limit + 1, // always the same, so that the statement is
      });
      const found = await this.database.page<EscalatedRow>(text, values);
      rows.push(...found.map((row) => ({ rank, row })));
    }
    return rows;
  }

  private async length(reader: PersonActor, state: EscalationState): Promise<number> {
    const { text, values } = queueLengthStatement(reader, state);
    const [row] = await this.database.rows<{ count: number }>(text, values);
    return row?.count ?? 0;
  }
}
