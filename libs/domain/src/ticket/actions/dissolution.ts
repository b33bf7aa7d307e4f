import type { Holder } from '../../responsibility/chain-of-responsibility';
import { end } from '../assisting';
import { isOneOf } from '../axes';
import { outstanding } from '../assist';
import { alter, record, unchanged, type Change } from '../change';
import type { Context } from '../context';
import type { HandoverCause } from '../events';
import { handOver, passOn } from '../hop';
import { HELD } from '../lifecycle';
import type { Ticket } from '../ticket';

/** Statuses in which a unit holds a ticket, also while it stands still: none of them may outlive the unit. */
export const HELD_BY_UNIT = [...HELD, 'need_info', 'suspended', 'answered', 'merged'] as const;

/**
 * 专班解散: another unit goes on. What is being worked on is claimed anew on a leg of its own; what waits goes on
 * waiting. Nobody wanted to be rid of it, so it does not count as a dispatch.
 */
export const handOverOnDissolution = (ticket: Ticket, holder: Holder, ctx: Context): Change =>
  takeFrom(ticket, { holder, cause: 'dissolution' }, ctx);

/** The person it is about leads the task force from now on: it goes on with somebody else. */
export const handOverComplaint = (ticket: Ticket, holder: Holder, ctx: Context): Change =>
  takeFrom(ticket, { holder, cause: 'complaint' }, ctx);

function takeFrom(
  ticket: Ticket,
  { holder, cause }: { readonly holder: Holder; readonly cause: HandoverCause },
  ctx: Context,
): Change {
  const { holderUnitId: fromUnitId, holderPersonId: fromPersonId, dispatchCount } = ticket;
  const take = isOneOf(HELD, ticket.status) ? handOver : passOn;
  const change = alter(unchanged(take(ticket, holder, ctx)), { dispatchCount });
  const { tier, unitId, personId } = holder;
  return record(change, ctx, 'handedOver', {
    data: { fromUnitId, fromPersonId, unitId, personId, tier, cause },
  });
}

/** Another person leads: what the one before had taken on in person goes on with the new one. */
export function handOverLead(ticket: Ticket, toPersonId: string, ctx: Context): Change {
  const { tier, holderUnitId: unitId, holderPersonId: fromPersonId } = ticket;
  if (tier === null) return unchanged(ticket);
  const change = unchanged(passOn(ticket, { tier, unitId, personId: toPersonId }, ctx));
  return record(change, ctx, 'handedOver', {
    data: { fromPersonId, unitId, personId: toPersonId, tier, cause: 'post' },
  });
}

/** Nobody is left to give the opinion a unit was asked for: the lead does not wait for it. */
export function releaseDissolved(ticket: Ticket, unitId: string, ctx: Context): Change {
  if (!outstanding(ticket.assists).some((assist) => assist.unitId === unitId)) return unchanged(ticket);
  const released = end(ticket, unitId, { state: 'released', releaseReason: '专班已解散' }, ctx);
  const assistUnitIds = ticket.assistUnitIds.filter((id) => id !== unitId);
  return record(alter(unchanged(released), { assistUnitIds }), ctx, 'assistReleased', {
    data: { unitId, personId: null },
    texts: { reason: '专班已解散' },
  });
}
