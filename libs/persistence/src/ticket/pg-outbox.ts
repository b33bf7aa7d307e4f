import { Injectable } from '@nestjs/common';
import { DueTickets, Outbox, type DueTicket, type LeasedMessage } from '@zhuqi/application';
import { Database, type Statement } from '../database/database';

const lease = (name: string, condition: string): Statement => ({
  name,
  text: `
with due as (
  select id from outbox where finished_at is null and available_at <= clock_timestamp()${condition}
  order by available_at limit $1 for update skip locked
)
update outbox o set available_at = clock_timestamp() + $2 * interval '1 millisecond'
from due where o.id = due.id
returning o.id, o.ticket_id as "ticketId", o.seq, o.job, o.attempts + 1 as attempts`,
});

const LEASE = {
  all: lease('outbox-lease', ''),
  routes: lease('outbox-lease-routes', ` and job = 'ticket.route'`),
} as const;

/**
 * Doubles with every sending, seven times at most: from 30 s to a little over an hour. A batch the queue refused was
 * not sent: it does not count.
 */
const MARK_SENT: Statement = {
  name: 'outbox-sent',
  text: `update outbox set sent_at = clock_timestamp(), attempts = attempts + 1,
  available_at = clock_timestamp() + $2 * power(2, least(attempts, 7)) * interval '1 millisecond'
  where id = any($1::uuid[]) and finished_at is null`,
};

const BACKLOG: Statement = {
  name: 'outbox-backlog',
  text: `select count(*)::int as waiting,
  coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::int as "oldestSeconds"
  from outbox where finished_at is null`,
};

const PRUNE: Statement = {
  name: 'outbox-prune',
  text: `
with moment as (select clock_timestamp() - $1 * interval '1 hour' as before),
keys as (delete from idempotency where created_at < (select before from moment) returning 1),
messages as (delete from outbox where finished_at < (select before from moment) returning 1)
select ((select count(*) from keys) + (select count(*) from messages))::int as removed`,
};

@Injectable()
export class PgOutbox extends Outbox {
  constructor(private readonly database: Database) {
    super();
  }

  lease(limit: number, leaseMs: number, what: keyof typeof LEASE): Promise<readonly LeasedMessage[]> {
    return this.database.named<LeasedMessage & { [column: string]: unknown }>(LEASE[what], [limit, leaseMs]);
  }

  async markSent(ids: readonly string[], retryMs: number): Promise<void> {
    await this.database.named(MARK_SENT, [ids, retryMs]);
  }

  async backlog(): Promise<{ waiting: number; oldestSeconds: number }> {
    const [row] = await this.database.named<{ waiting: number; oldestSeconds: number }>(BACKLOG);
    return row ?? { waiting: 0, oldestSeconds: 0 };
  }

  async prune(olderThanHours: number): Promise<number> {
    const [row] = await this.database.named<{ removed: number }>(PRUNE, [olderThanHours]);
    return row?.removed ?? 0;
  }
}

const DUE: Statement = {
  name: 'ticket-due',
  text: `with moment as materialized (select business_now() as now)
select id, next_check_at from ticket
where next_check_at <= (select now from moment)
  and (next_check_at, id) > (to_timestamp($2::float8 / 1000), $3::uuid)
order by next_check_at, id limit $1`,
};

const UNROUTED: Statement = {
  name: 'ticket-unrouted',
  text: `
select t.id from ticket t
where t.status = 'submitted' and t.triage_reason is null
  and exists (select 1 from outbox o where o.ticket_id = t.id and o.job = 'ticket.route'
              and o.created_at < clock_timestamp() - $1 * interval '1 second')
  and ($3::uuid is null or (t.submitted_at, t.id) > (select a.submitted_at, a.id from ticket a where a.id = $3))
order by t.submitted_at, t.id limit $2`,
};

/** Before every ticket. */
const FIRST: DueTicket = { ticketId: '00000000-0000-0000-0000-000000000000', checkAt: -Infinity };

@Injectable()
export class PgDueTickets extends DueTickets {
  constructor(private readonly database: Database) {
    super();
  }

  async due(limit: number, after: DueTicket | null): Promise<readonly DueTicket[]> {
    const { checkAt, ticketId } = after ?? FIRST;
    const page = [limit, checkAt, ticketId];
    const rows = await this.database.named<{ id: string; next_check_at: Date }>(DUE, page);
    return rows.map((row) => ({ ticketId: row.id, checkAt: row.next_check_at.getTime() }));
  }

  async unrouted(seconds: number, limit: number, after: string | null): Promise<readonly string[]> {
    const rows = await this.database.named<{ id: string }>(UNROUTED, [seconds, limit, after]);
    return rows.map(({ id }) => id);
  }
}
