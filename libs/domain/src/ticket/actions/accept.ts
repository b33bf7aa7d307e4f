import { accepted, refused, type Decision } from '../../decision';
import { alter, record, unchanged, type Change } from '../change';
import type { Context } from '../context';
import type { ItemInput } from '../item';
import type { Ticket } from '../ticket';
import { defer } from './items';

export interface AcceptInput {
  /** 容缺受理: what may be handed in later, and by when. */
  readonly deferred?: readonly ItemInput[];
  /** 承诺: what the enterprise committed itself to; goes with `deferred`. */
  readonly commitment?: string;
}

/** The problem is taken on; the promise starts with the dispatch, not here. */
export function accept(ticket: Ticket, input: AcceptInput, ctx: Context): Decision<Change> {
  const taken = record(
    alter(unchanged(ticket), {
      status: 'accepted',
      collectedAt: ticket.collectedAt ?? ctx.now,
      triageReason: null,
    }),
    ctx,
    'accepted',
  );
  const { deferred = [], commitment = '' } = input;
  if (deferred.length === 0) return accepted(taken);
  if (commitment.trim() === '') {
    return refused('deferral.commitment_required', '容缺受理须写明企业的承诺', '/commitment');
  }
  const later = defer(taken.ticket, { deferred, commitment }, ctx);
  return later.ok ? accepted({ ...later.value, events: [...taken.events, ...later.value.events] }) : later;
}
