import type { Anchor, AnchoredHead, AnchoredPublication } from '@zhuqi/application';
import { createHash, type Hash } from 'node:crypto';
import { toTimestamp } from '../ticket/column-mapper';

/** SHA-256 over where and when, the root before, every head in the order of the tickets, every publication. */
export class AnchorRoot {
  private readonly hash: Hash;

  constructor({ regionCode, ordinal, at, heads, previous }: Omit<Anchor, 'root'>) {
    const place = [regionCode, ordinal, toTimestamp(at), heads, previous];
    this.hash = createHash('sha256').update(`${place.join('\n')}\n`);
  }

  take({ ticketId, seq, hash }: AnchoredHead): void {
    this.hash.update(`${ticketId} ${String(seq)} ${hash}\n`);
  }

  takePublication({ kind, id, digest }: AnchoredPublication): void {
    this.hash.update(`${kind} ${id} ${digest}\n`);
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}
