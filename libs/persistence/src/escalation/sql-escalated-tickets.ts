import { Injectable } from '@nestjs/common';
import {
  EscalatedTickets,
  type EscalatedTicket,
  type EscalationState,
  type Page,
  type PageRequest,
} from '@zhuqi/application';
import type { EscalationCause, Pause, PersonActor, Tier } from '@zhuqi/domain';
import { Parameters } from '../access/scope-sql';
import { Database } from '../database/database';
import { listPage } from '../paging/list-page';
import { momentText } from '../paging/page-key';
import { MOMENT, NOW, standsAt } from '../ticket-list/lamp.sql';
import { ticketSummary, type TicketSummaryRow } from '../ticket-list/ticket-summary.mapper';
import { SUMMARY_COLUMNS, SUMMARY_JOINS } from '../ticket-list/ticket-summary.sql';
import { queueConditions } from './escalation-queue.sql';

interface Row extends TicketSummaryRow {
  readonly from_tier: Tier;
  readonly to_tier: Tier;
  readonly cause: EscalationCause;
  readonly at: Date;
  readonly previous_opinion: string | null;
  readonly due_at: Date | null;
  readonly stands_at: Date | null;
  readonly pauses: readonly Pause[] | null;
  readonly rank: number;
  readonly position: string;
}

// Red first: the key of the page counts down from the worst lamp.
const RANK = '(3 - lamp.weight)';

const COLUMNS = `${SUMMARY_COLUMNS}, latest.from_tier, latest.to_tier, latest.cause, latest.at, latest.previous_opinion,
  promise.due_at, promise.stands_at, promise.pauses, ${RANK} as rank, ${momentText('latest.at')} as position`;

const SOURCE = `ticket t
  cross join lateral (
    select * from escalation where escalation.ticket_id = t.id order by escalation.at desc, escalation.seq desc limit 1
  ) latest
  left join lateral (
    select clock.due_at, clock.pauses, coalesce(${standsAt('clock')}, ${NOW}) as stands_at
    from ticket_clock clock where clock.ticket_id = t.id and clock.kind = 'resolve' limit 1
  ) promise on true
  ${SUMMARY_JOINS}`;

/** Tickets by their latest escalation. */
@Injectable()
export class SqlEscalatedTickets extends EscalatedTickets {
  constructor(private readonly database: Database) {
    super();
  }

  async page(reader: PersonActor, state: EscalationState, page: PageRequest): Promise<Page<EscalatedTicket>> {
    const parameters = new Parameters();
    const listing = {
      parts: MOMENT,
      columns: COLUMNS,
      source: SOURCE,
      conditions: queueConditions(reader, state, parameters),
      shape: { order: 'escalation', values: ['number', 'moment', 'uuid'] },
      order: [RANK, 'latest.at', 't.id'],
      direction: 'asc',
      item: (row: Row) => escalatedTicket(row, reader),
      key: (row: Row) => [String(row.rank), row.position, row.id],
    } as const;
    return listPage(this.database, listing, parameters, page);
  }
}

function escalatedTicket(row: Row, reader: PersonActor): EscalatedTicket {
  return {
    ticket: ticketSummary(row, reader),
    regionCode: row.region_code,
    fromTier: row.from_tier,
    toTier: row.to_tier,
    cause: row.cause,
    at: row.at.getTime(),
    previousOpinion: row.previous_opinion,
    promise: promiseStand(row),
  };
}

function promiseStand({ due_at, stands_at, pauses }: Row): EscalatedTicket['promise'] {
  if (due_at === null || stands_at === null) return null;
  const now = stands_at.getTime();
  return {
    dueAt: due_at.getTime(),
    standsAt: now,
    pauses: (pauses ?? []).map(({ from, to }) => ({ from, to: to ?? now })),
  };
}
