import { accepted, refused, type Decision } from '../../decision';
import type { Holder } from '../../responsibility/chain-of-responsibility';
import { isOneOf } from '../axes';
import { record, unchanged, type Change } from '../change';
import type { Context } from '../context';
import type { HandoverCause } from '../events';
import { handOver, passOn } from '../hop';
import { HELD } from '../lifecycle';
import { currentHolding, type Ticket } from '../ticket';

/** One post given from one person to another, as each ticket of it is told. */
export interface PostSuccession {
  readonly handoverId: string;
  readonly fromPersonId: string;
  readonly toPersonId: string;
  /** Who takes a complaint about the successor instead; null when nobody can. */
  readonly complaintsTo: Holder | null;
}

/**
 * 岗位交接: what a person holds goes on with its successor. Where the ticket stands, what was promised and the figures
 * stay as they are; only who answers from now on is another. A complaint never reaches the person it is about.
 */
export function handOverPost(ticket: Ticket, post: PostSuccession, ctx: Context): Decision<Change> {
  const hop = currentHolding(ticket);
  if (hop === null || ticket.holderPersonId !== post.fromPersonId) return accepted(unchanged(ticket));
  if (ticket.aboutPersonId !== post.toPersonId) {
    const holder = { tier: hop.tier, unitId: hop.unitId, personId: post.toPersonId };
    return accepted(told(unchanged(passOn(ticket, holder, ctx)), post, 'post', ctx));
  }
  const { complaintsTo } = post;
  if (complaintsTo === null) {
    return refused(
      'handover.complaint_stranded',
      `诉求 ${ticket.number} 反映的正是接替人，又没有其他承办人，请先另行交办`,
    );
  }
  // Who waits for the enterprise or a date is not set going again by a change of people.
  const take = isOneOf(HELD, ticket.status) ? handOver : passOn;
  return accepted(told(unchanged(take(ticket, complaintsTo, ctx)), post, 'complaint', ctx));
}

function told(
  change: Change,
  { handoverId, fromPersonId }: PostSuccession,
  cause: HandoverCause,
  ctx: Context,
): Change {
  const { tier, holderUnitId: unitId, holderPersonId: personId } = change.ticket;
  return record(change, ctx, 'handedOver', {
    data: { fromPersonId, personId, unitId, tier, cause, handoverId },
  });
}
