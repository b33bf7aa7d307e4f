import type { LogFault, LogFaultKind } from '@zhuqi/application';
import { eventHash, textDigest } from './hash-chain';

/** An event as it is stored, beside what its ticket's row says about the end of the chain. */
export interface StoredEvent {
  readonly ticketId: string;
  readonly seq: number;
  readonly type: string;
  /** UTC with microseconds: a change below the millisecond shows as well. */
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  /** The data column to the letter. */
  readonly data: string;
  readonly hash: string;
  /** Null when the event came without words, or when they have been erased. */
  readonly texts: Readonly<Record<string, string>> | null;
  readonly salt: string | null;
  /** Null with the three that follow when the ticket's row is gone. */
  readonly number: string | null;
  readonly version: number | null;
  readonly headHash: string | null;
}

/** Follows the chains of all tickets, event by event in the order (ticket, seq), and keeps the first faults. */
export class ChainCheck {
  tickets = 0;
  events = 0;
  faulty = 0;
  readonly faults: LogFault[] = [];
  private last: StoredEvent | null = null;
  private sound = true;

  constructor(private readonly mostFaults: number) {}

  take(event: StoredEvent): void {
    const previous = this.last?.ticketId === event.ticketId ? this.last : null;
    if (previous === null) this.begin();
    this.events += 1;
    const fault = faultOf(previous, event);
    if (fault !== null) this.report(event, fault, event.seq);
    this.last = event;
  }

  /** A ticket's row without a single event. */
  takeSilent(ticketId: string, number: string): void {
    this.tickets += 1;
    this.sound = true;
    this.report({ ticketId, number }, 'silent', null);
  }

  /** After the last event. */
  end(): void {
    this.closeChain();
    this.last = null;
  }

  private begin(): void {
    this.closeChain();
    this.tickets += 1;
    this.sound = true;
  }

  private closeChain(): void {
    const { last } = this;
    if (last === null) return;
    const fault = faultOfEnd(last);
    if (fault !== null) this.report(last, fault, fault === 'orphaned' ? last.seq : null);
  }

  private report(
    { ticketId, number }: { ticketId: string; number: string | null },
    kind: LogFaultKind,
    seq: number | null,
  ): void {
    if (!this.sound) return;
    this.sound = false;
    this.faulty += 1;
    if (this.faults.length < this.mostFaults) this.faults.push({ ticketId, number, seq, kind });
  }
}

function faultOf(previous: StoredEvent | null, event: StoredEvent): LogFaultKind | null {
  if (event.seq !== (previous?.seq ?? 0) + 1) return 'missing';
  const at = Date.parse(event.at);
  if (!event.at.endsWith('000Z') || eventHash(previous?.hash ?? '', { ...event, at }) !== event.hash) {
    return 'edited';
  }
  return textsAreTrue(event) ? null : 'texts';
}

function textsAreTrue({ data, texts, salt }: StoredEvent): boolean {
  if (texts === null || salt === null) return true;
  const { textDigest: digest } = JSON.parse(data) as { textDigest?: string };
  return digest === textDigest(salt, texts);
}

function faultOfEnd({ seq, hash, version, headHash }: StoredEvent): LogFaultKind | null {
  if (version === null) return 'orphaned';
  if (version !== seq) return 'version';
  return headHash === hash ? null : 'head';
}
