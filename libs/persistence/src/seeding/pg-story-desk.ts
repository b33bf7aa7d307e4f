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

  async finished(): Promise<void> {
    await this.database.rows(
      'analyze ticket, ticket_event, ticket_clock, ledger, enterprise, person, pairing',
    );
  }
}
