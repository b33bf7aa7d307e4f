import { Injectable } from '@nestjs/common';
import { TicketReader, type LoggedEvent, type TicketAt } from '@zhuqi/application';
import type { EventType, EventValue } from '@zhuqi/domain';
import { Database } from '../database/database';
import { EVENT_OF, EVENTS_OF, FIND_TICKET, NUMBERS_OF } from './load-ticket.sql';
import { toTicket, type AggregateRow } from './ticket.mapper';

interface FoundRow extends AggregateRow {
  readonly now: string;
}

interface EventRow {
  readonly seq: number;
  readonly type: EventType;
  readonly at: Date;
  readonly actor_kind: 'person' | 'system';
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly actor_enterprise_id: string | null;
  readonly on_behalf_of: { id: string; name: string } | null;
  readonly data: Record<string, EventValue>;
  readonly hash: string;
  readonly texts: Record<string, string> | null;
}

@Injectable()
export class PgTicketReader extends TicketReader {
  constructor(private readonly database: Database) {
    super();
  }

  async find(ticketId: string): Promise<TicketAt | null> {
    const [row] = await this.database.named<FoundRow>(FIND_TICKET, [ticketId]);
    return row === undefined ? null : { ticket: toTicket(row), now: Math.round(Number(row.now)) };
  }

  async timeline(ticketId: string): Promise<readonly LoggedEvent[]> {
    return (await this.database.named<EventRow>(EVENTS_OF, [ticketId])).map(toEvent);
  }

  async event(ticketId: string, seq: number): Promise<LoggedEvent | null> {
    const [row] = await this.database.named<EventRow>(EVENT_OF, [ticketId, seq]);
    return row === undefined ? null : toEvent(row);
  }

  async numbers(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.named<{ id: string; number: string }>(NUMBERS_OF, [ids]);
    return new Map(rows.map(({ id, number }) => [id, number]));
  }
}

const toEvent = (row: EventRow): LoggedEvent => ({
  seq: row.seq,
  type: row.type,
  at: row.at.getTime(),
  actor: {
    kind: row.actor_kind,
    id: row.actor_id,
    name: row.actor_kind === 'system' ? '系统' : (row.actor_name ?? ''),
    enterpriseId: row.actor_enterprise_id,
    ...(row.on_behalf_of === null ? {} : { onBehalfOf: row.on_behalf_of }),
  },
  data: row.data,
  texts: row.texts ?? {},
  hash: row.hash,
});
