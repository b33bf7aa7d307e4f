import { Injectable } from '@nestjs/common';
import { EventLogAudit, type LogAudit } from '@zhuqi/application';
import { Database } from '../database/database';
import { inTransaction } from '../database/with-client';
import { EVENTS, POSTINGS, ROWS } from './audit-readings';
import { BookCheck } from './book-audit';
import { ChainCheck } from './chain-check';
import { QueryLine, RowCursor } from './row-cursor';

const ONE_SNAPSHOT = 'begin isolation level repeatable read read only; set local enable_sort = off';

/** Reads log, book and tickets once, side by side, batch by batch; programs may go on writing meanwhile. */
@Injectable()
export class PgEventLogAudit extends EventLogAudit {
  constructor(private readonly database: Database) {
    super();
  }

  inspect(mostFaults: number): Promise<LogAudit> {
    return inTransaction(this.database, ONE_SNAPSHOT, async (client) => {
      const [chain, book] = [new ChainCheck(mostFaults), new BookCheck(mostFaults)];
      await checked(new QueryLine(client), chain, book);
      const { tickets, events, faulty, faults } = chain;
      return { tickets, events, faulty, faults, book: book.result };
    });
  }
}

/** All three in the order of the tickets' ids: each ticket's row meets its events and its postings. */
async function checked(line: QueryLine, chain: ChainCheck, book: BookCheck): Promise<void> {
  const log = await RowCursor.open(line, EVENTS);
  const postings = await RowCursor.open(line, POSTINGS);
  const rows = await RowCursor.open(line, ROWS);
  const cursors = [log, postings, rows];
  for (let ticketId = firstOf(cursors); ticketId !== null; ticketId = firstOf(cursors)) {
    const events = await log.take(ticketId);
    const [row = null] = await rows.take(ticketId);
    const ticket = { ticketId, row, events };
    chain.take(ticket);
    book.take(ticket, await postings.take(ticketId));
  }
}

/** The first ticket any of them stands at. */
const firstOf = (cursors: readonly { readonly key: string | null }[]): string | null =>
  cursors.reduce<string | null>((first, { key }) => {
    if (first === null || key === null) return first ?? key;
    return key < first ? key : first;
  }, null);
