import type { PoolClient } from 'pg';
import type { OutboxMessage, Postings } from '@zhuqi/application';
import type { Change } from '@zhuqi/domain';
import { toTimestamp } from './column-mapper';
import { chainEvents } from './hash-chain';
import { ledgerRows } from './ledger.mapper';
import { INSERT_TICKET, UPDATE_TICKET } from './save-ticket.sql';
import { changedClockRows, changedHoldingRows, toTicketRow } from './ticket.mapper';

/** Writes a change: row, events linked to the chain's head, figures, clocks, hops, escalations and messages. */
export async function saveTicket(client: PoolClient, { before, change, outbox }: Postings): Promise<void> {
  const { ticket } = change;
  const firstSeq = ticket.version - change.events.length + 1;
  const chained = chainEvents(ticket.id, before?.headHash ?? '', firstSeq, change.events);
  const row = toTicketRow({ ...ticket, headHash: chained.head });
  const at = change.events.at(-1)?.at ?? ticket.submittedAt;
  const always = [row, chained.events, outboxRows(ticket.id, outbox), ledgerRows(before, ticket, at)];
  if (before === null) {
    await client.query({ ...INSERT_TICKET, values: always.map(asJson) });
    return;
  }
  const rest = [
    changedClockRows(before, ticket),
    changedHoldingRows(before, ticket),
    chained.texts,
    escalationRows(change),
  ];
  await client.query({ ...UPDATE_TICKET, values: [...always, ...rest].map(asJson) });
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
