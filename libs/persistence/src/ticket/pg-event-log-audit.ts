import { Injectable } from '@nestjs/common';
import { EventLogAudit, type LogAudit } from '@zhuqi/application';
import type { PoolClient } from 'pg';
import { Database } from '../database/database';
import { inTransaction } from '../database/with-client';
import { ChainCheck, type StoredEvent } from './chain-check';

const BATCH = 2_000;

const ONE_SNAPSHOT = 'begin isolation level repeatable read read only; set local enable_sort = off';

// In the order of the primary key, so that the cursor streams and sorts nothing.
const CURSOR = `
declare log no scroll cursor for
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

/** Reads the whole log once, batch by batch; programs may go on writing meanwhile. */
@Injectable()
export class PgEventLogAudit extends EventLogAudit {
  constructor(private readonly database: Database) {
    super();
  }

  async inspect(mostFaults: number): Promise<LogAudit> {
    const { tickets, events, faulty, faults } = await inTransaction(this.database, ONE_SNAPSHOT, (client) =>
      checked(client, new ChainCheck(mostFaults)),
    );
    return { tickets, events, faulty, faults };
  }
}

async function checked(client: PoolClient, check: ChainCheck): Promise<ChainCheck> {
  await client.query(CURSOR);
  for (let found = BATCH; found === BATCH;) {
    const { rows } = await client.query<StoredEvent>(`fetch ${String(BATCH)} from log`);
    for (const event of rows) check.take(event);
    found = rows.length;
  }
  check.end();
  const { rows } = await client.query<{ id: string; number: string }>(SILENT);
  for (const { id, number } of rows) check.takeSilent(id, number);
  return check;
}
