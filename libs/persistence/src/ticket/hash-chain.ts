import { hash, randomBytes } from 'node:crypto';
import type { TicketEvent } from '@zhuqi/domain';
import type { JsonRow } from './column-mapper';
import { toTimestamp } from './column-mapper';

/** The stored text of an event that its hash covers. */
export interface HashedEvent {
  readonly ticketId: string;
  readonly seq: number;
  readonly type: string;
  /** The data column to the letter. */
  readonly text: string;
  /** UTC with milliseconds. */
  readonly timestamp: string;
  readonly actorKind: string;
  readonly actorId: string | null;
}

/** SHA-256 over the previous hash and the event's stored text, hexadecimal. */
export function eventHash(previous: string, event: HashedEvent): string {
  const actor = `${event.actorKind}:${event.actorId ?? ''}`;
  const parts = [previous, event.ticketId, event.seq, event.type, event.text, event.timestamp, actor];
  return hash('sha256', parts.join('\n'));
}

/** What stands in the hash for words that may one day have to be erased; the order of their names is nothing to it. */
export const textDigest = (salt: string, texts: Readonly<Record<string, string>>): string =>
  hash('sha256', `${salt}\n${JSON.stringify(texts, Object.keys(texts).sort())}`);

export interface ChainedEvents {
  readonly events: readonly JsonRow[];
  readonly texts: readonly JsonRow[];
  readonly head: string;
}

/** The events as rows, each linked to the one before it. */
export function chainEvents(
  ticketId: string,
  head: string,
  firstSeq: number,
  list: readonly TicketEvent[],
): ChainedEvents {
  const events: JsonRow[] = [];
  const texts: JsonRow[] = [];
  let previous = head;
  list.forEach((event, index) => {
    const seq = firstSeq + index;
    const data = withDigest(event, ticketId, seq, texts);
    const { kind, id } = event.actor;
    const at = toTimestamp(event.at);
    const hashed = { ticketId, seq, type: event.type, timestamp: at, actorKind: kind, actorId: id };
    previous = eventHash(previous, { ...hashed, text: JSON.stringify(data) });
    events.push({
      ticket_id: ticketId,
      seq,
      type: event.type,
      at,
      actor_kind: kind,
      actor_id: id,
      data,
      hash: previous,
    });
  });
  return { events, texts, head: previous };
}

const SALT_BYTES = 16;

function withDigest(event: TicketEvent, ticketId: string, seq: number, texts: JsonRow[]): object {
  if (Object.keys(event.texts).length === 0) return event.data;
  const salt = randomBytes(SALT_BYTES).toString('hex');
  texts.push({ ticket_id: ticketId, seq, texts: event.texts, salt });
  return { ...event.data, textDigest: textDigest(salt, event.texts) };
}
