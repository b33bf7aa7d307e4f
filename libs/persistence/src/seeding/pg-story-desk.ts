import { Injectable } from '@nestjs/common';
import { StoryDesk, type UnitOfWork } from '@zhuqi/application';
import type { Instant } from '@zhuqi/domain';
import { Database, type Statement } from '../database/database';
import { begunAt, PgUnitOfWork } from '../database/pg-unit-of-work';
import { toTimestamp } from '../ticket/column-mapper';

const NEXT_DUE: Statement = {
  name: 'story-next-due',
  text: `select id as "ticketId", next_check_at as at from ticket where next_check_at <= $1
  order by next_check_at, number limit 1`,
};

@Injectable()
export class PgStoryDesk extends StoryDesk {
  constructor(private readonly database: Database) {
    super();
  }

  workAt(time: () => Instant): UnitOfWork {
    return new PgUnitOfWork(this.database, begunAt(time));
  }

  async nextDue(until: Instant): Promise<{ ticketId: string; at: Instant } | null> {
    const [row] = await this.database.named<{ ticketId: string; at: Date }>(NEXT_DUE, [toTimestamp(until)]);
    return row === undefined ? null : { ticketId: row.ticketId, at: row.at.getTime() };
  }

  async state(): Promise<'none' | 'telling' | 'told'> {
    const [row] = await this.database.rows<{ state: 'telling' | 'told' }>(
      `select state from seed_state where name = 'demo'`,
    );
    return row?.state ?? 'none';
  }

  async begin(): Promise<void> {
    if ((await this.state()) === 'telling') await this.database.rows(DISCARD);
    await this.database.rows(`insert into seed_state values ('demo', 'telling') on conflict do nothing`);
  }

  async finish(): Promise<void> {
    await this.database.rows(`update seed_state set state = 'told' where name = 'demo'`);
    await this.database.rows('analyze');
  }
}

// Only ever run on rows that a telling itself has written: a database with other tickets is refused before.
const DISCARD = `truncate notice, outbox, ledger, escalation, ticket_text, ticket_event, ticket_holding, ticket_clock,
  ticket, idempotency restart identity`;
