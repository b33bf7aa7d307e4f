import type { PoolClient } from 'pg';
import type { OutboxMessage, Postings } from '@zhuqi/application';
import type { Change, Ticket } from '@zhuqi/domain';
import type { Statement } from '../database/database';
import { toTimestamp } from './column-mapper';
import { chainEvents } from './hash-chain';
import { ledgerRows } from './ledger.mapper';
import { changedRows, type StoredPart } from './part.mapper';
import {
  INSERT_TICKET,
  INSERT_TICKET_WITH_ITEMS,
  UPDATE_TICKET,
  UPDATE_TICKET_WITH_PARTS,
} from './save-ticket.sql';
import { toTicketRow } from './ticket.mapper';

/** Writes a change: row, events linked to the chain's head, figures, clocks, hops, escalations and messages. */
export async function saveTicket(client: PoolClient, { before, change, outbox }: Postings): Promise<void> {
  const { ticket } = change;
  const firstSeq = ticket.version - change.events.length + 1;
  const chained = chainEvents(ticket.id, before?.headHash ?? '', firstSeq, change.events);
  const row = toTicketRow({ ...ticket, headHash: chained.head });
  const at = change.events.at(-1)?.at ?? ticket.submittedAt;
  const always = [row, chained.events, outboxRows(ticket.id, outbox), ledgerRows(before, ticket, at)];
  const [statement, parts] = before === null ? inserting(ticket) : updating(before, change, chained.texts);
  await client.query({ ...statement, values: [...always, ...parts].map(asJson) });
}

type Part = readonly object[];

/** In the order of the statement's parameters. */
const SELDOM = [
  'requests',
  'assists',
  'items',
  'conferences',
  'followUps',
] as const satisfies readonly StoredPart[];

function inserting(ticket: Ticket): [Statement, Part[]] {
  const items = changedRows('items', null, ticket);
  return items.length === 0 ? [INSERT_TICKET, []] : [INSERT_TICKET_WITH_ITEMS, [items]];
}

function updating(before: Ticket, change: Change, texts: Part): [Statement, Part[]] {
  const changed = (part: StoredPart): Part => changedRows(part, before, change.ticket);
  const usual = [changed('clocks'), changed('holdings'), texts, escalationRows(change)];
  const seldom = SELDOM.map(changed);
  return seldom.every(({ length }) => length === 0)
    ? [UPDATE_TICKET, usual]
    : [UPDATE_TICKET_WITH_PARTS, [...usual, ...seldom]];
}

const asJson = (value: unknown): string => JSON.stringify(value);

const outboxRows = (ticketId: string, outbox: readonly OutboxMessage[]) =>
  outbox.map(({ id, seq, job }) => ({ id, ticket_id: ticketId, seq, job }));

const escalationRows = (change: Change) =>
  change.escalations.map((escalation) => ({
    id: escalation.id,
    ticket_id: change.ticket.id,
    seq: escalation.seq,
    round: escalation.round,
    from_tier: escalation.fromTier,
    to_tier: escalation.toTier,
    cause: escalation.cause,
    at: toTimestamp(escalation.at),
  }));
