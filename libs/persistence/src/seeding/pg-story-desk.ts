import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { refuse, StoryDesk, type UnitOfWork } from '@zhuqi/application';
import type { Instant } from '@zhuqi/domain';
import type { PoolClient } from 'pg';
import type { Repository } from 'typeorm';
import { Database, type Statement } from '../database/database';
import { begunAt, PgUnitOfWork } from '../database/pg-unit-of-work';
import { toTimestamp } from '../ticket/column-mapper';
import { SeedStateRow } from './seed-state.row';

const NEXT_DUE: Statement = {
  name: 'story-next-due',
  text: `select id as "ticketId", next_check_at as at from ticket where next_check_at <= $1
  order by next_check_at, number limit 1`,
};

const STORY = { name: 'demo' } as const;

// Two-int form, beside the locks of the migrations.
const TELLING_LOCK = [20_231_020, 3] as const;

@Injectable()
export class PgStoryDesk extends StoryDesk implements OnModuleDestroy {
  private teller: PoolClient | undefined;

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
    return (await this.states.findOneBy(STORY))?.state ?? 'none';
  }

  async begin(until: Instant): Promise<void> {
    this.teller = await this.lockTelling();
    if ((await this.state()) === 'telling') await this.discard(until);
    await this.states.upsert({ ...STORY, state: 'telling' }, ['name']);
  }

  async finish(): Promise<void> {
    await this.states.update(STORY, { state: 'told' });
    await this.database.rows('analyze');
    this.onModuleDestroy();
  }

  /** Also when the telling failed: the lock ends with its connection. */
  onModuleDestroy(): void {
    this.teller?.release(true);
    this.teller = undefined;
  }

  private async discard(until: Instant): Promise<void> {
    const [real] = await this.database.rows('select 1 from ticket where submitted_at >= $1 limit 1', [
      toTimestamp(until),
    ]);
    if (real !== undefined) refuse('demo.real_data', '数据库中已有真实诉求，不能重新建立演示区');
    await this.database.rows(DISCARD);
  }

  private get states(): Repository<SeedStateRow> {
    return this.database.repository(SeedStateRow);
  }

  /** A second teller would discard what the first is writing. */
  private async lockTelling(): Promise<PoolClient> {
    const client = await this.database.connect();
    client.on('error', () => undefined); // the statement that runs next tells about a lost connection
    const lock = 'select pg_try_advisory_lock($1, $2) as taken';
    const { rows } = await client.query<{ taken: boolean }>(lock, [...TELLING_LOCK]);
    if (rows[0]?.taken === true && (await this.state()) !== 'told') return client;
    client.release(true);
    refuse('demo.being_told', '另一个程序正在建立演示区，请等它完成后再试');
  }
}

/** What a telling writes: tickets, and everything that refers to them (compared with the database by a test). */
export const TOLD_TABLES = [
  ...[
    'anchor_head',
    'handover_ticket',
    'matter',
    'notice',
    'outbox',
    'ledger',
    'ledger_tail',
    'ledger_rollup',
  ],
  ...['escalation', 'ticket_text', 'ticket_event'],
  ...['ticket_request', 'ticket_assist', 'ticket_item', 'ticket_follow_up', 'ticket_conference'],
  ...['ticket_holding', 'ticket_clock', 'ticket', 'idempotency'],
] as const;

// Only ever run on rows that a telling itself has written: with any other ticket it is refused before. Without
// cascade, so that a table nobody has thought of is never emptied along with these.
const DISCARD = `truncate ${TOLD_TABLES.join(', ')}; alter sequence ticket_number restart`;
