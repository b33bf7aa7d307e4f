import type { LogFault, LogFaultKind } from '@zhuqi/application';
import { counted, NOTHING_YET, rowFault } from '@zhuqi/domain';
import type { StoredEvent, StoredRow } from './audit-readings';
import { eventHash, textDigest } from './hash-chain';

/** A ticket as the three readings have it; each may know nothing of it. */
export interface AuditedTicket {
  readonly ticketId: string;
  /** Null when the ticket's own row is gone. */
  readonly row: StoredRow | null;
  /** In the order of the log. */
  readonly events: readonly StoredEvent[];
}

/** Follows the chains of all tickets to what their rows say, ticket by ticket, and keeps the first faults. */
export class ChainCheck {
  tickets = 0;
  events = 0;
  faulty = 0;
  readonly faults: LogFault[] = [];

  constructor(private readonly mostFaults: number) {}

  take({ ticketId, row, events }: AuditedTicket): void {
    if (row === null && events.length === 0) return;
    this.tickets += 1;
    this.events += events.length;
    const fault = faultInChain(events) ?? faultOfRow(row, events);
    if (fault === null) return;
    this.faulty += 1;
    if (this.faults.length < this.mostFaults) {
      this.faults.push({ ticketId, number: row?.number ?? null, ...fault });
    }
  }
}

type Fault = Omit<LogFault, 'ticketId' | 'number'>;

function faultInChain(events: readonly StoredEvent[]): Fault | null {
  let previous = { seq: 0, hash: '' };
  for (const event of events) {
    const kind = faultOf(previous, event);
    if (kind !== null) return { seq: event.seq, kind };
    previous = event;
  }
  return null;
}

function faultOf(previous: { seq: number; hash: string }, event: StoredEvent): LogFaultKind | null {
  if (event.seq !== previous.seq + 1) return 'missing';
  if (eventHash(previous.hash, event) !== event.hash) return 'edited';
  return textsAreTrue(event) ? null : 'texts';
}

function textsAreTrue({ data, texts, salt }: StoredEvent): boolean {
  return texts === null || salt === null || data['textDigest'] === textDigest(salt, texts);
}

/** The row knows where the chain ends, and says of the ticket what its events say. */
function faultOfRow(row: StoredRow | null, events: readonly StoredEvent[]): Fault | null {
  const last = events.at(-1);
  if (last === undefined) return { seq: null, kind: 'silent' };
  if (row === null) return { seq: last.seq, kind: 'orphaned' };
  if (row.version !== last.seq) return { seq: null, kind: 'version' };
  if (row.headHash !== last.hash) return { seq: null, kind: 'head' };
  const differs = rowFault(events.reduce(counted, NOTHING_YET), row);
  return differs === null ? null : { seq: null, kind: 'standing', differs };
}
