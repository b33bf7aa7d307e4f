import { Injectable } from '@nestjs/common';
import { EventLogAudit, type LogAudit } from '@zhuqi/application';
import type { PoolClient } from 'pg';
import { Database } from '../database/database';
import { inTransaction } from '../database/with-client';
import { BookCheck, POSTINGS, type StoredPosting } from './book-audit';
import { ChainCheck, type StoredEvent } from './chain-check';
import { RowCursor } from './row-cursor';

const ONE_SNAPSHOT = 'begin isolation level repeatable read read only; set local enable_sort = off';

// In the order of the primary key, so that the cursor streams and sorts nothing.
const EVENTS = `
select e.ticket_id as "ticketId", e.seq, e.type, e.actor_kind as "actorKind", e.actor_id as "actorId",
       e.data::text as data, e.hash, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
       x.texts, x.salt, t.number, t.version, t.head_hash as "headHash"
  from ticket_event e
  left join ticket t on t.id = e.ticket_id
  left join ticket_text x on x.ticket_id = e.ticket_id and x.seq = e.seq
 order by e.ticket_id, e.seq`;

const SILENT = `
select id, number from ticket t
 where not exists (select 1 from ticket_event e where e.ticket_id = t.id) order by id`;

/** Reads the whole log and the whole book once, batch by batch; programs may go on writing meanwhile. */
@Injectable()
export class PgEventLogAudit extends EventLogAudit {
  constructor(private readonly database: Database) {
    super();
  }

  inspect(mostFaults: number): Promise<LogAudit> {
    return inTransaction(this.database, ONE_SNAPSHOT, async (client) => {
      const [chain, book] = [new ChainCheck(mostFaults), new BookCheck(mostFaults)];
      await checked(client, chain, book);
      const { tickets, events, faulty, faults } = chain;
      return { tickets, events, faulty, faults, book: book.result };
    });
  }
}

/** Both in the order of the tickets' ids: each ticket's events meet its postings. */
async function checked(client: PoolClient, chain: ChainCheck, book: BookCheck): Promise<void> {
  const log = await RowCursor.open<StoredEvent>(client, 'log', EVENTS);
  const postings = await RowCursor.open<StoredPosting>(client, 'book', POSTINGS);
  for (let next = firstOf(log, postings); next !== null; next = firstOf(log, postings)) {
    const { ticketId } = next;
    const events = await log.takeWhile((event) => event.ticketId === ticketId);
    const posted = await postings.takeWhile((posting) => posting.ticketId === ticketId);
    for (const event of events) chain.take(event);
    book.take({ ticketId, number: events[0]?.number ?? null }, events, posted);
  }
  chain.end();
  const { rows } = await client.query<{ id: string; number: string }>(SILENT);
  for (const { id, number } of rows) chain.takeSilent(id, number);
}

function firstOf(
  log: RowCursor<StoredEvent>,
  postings: RowCursor<StoredPosting>,
): { ticketId: string } | null {
  const [event, posting] = [log.current, postings.current];
  if (event === null || posting === null) return event ?? posting;
  return event.ticketId <= posting.ticketId ? event : posting;
}
