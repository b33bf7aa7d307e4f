import { accepted, refused, type Decision } from '../../decision';
import type { Holder } from '../../responsibility/chain-of-responsibility';
import { isOneOf } from '../axes';
import { record, unchanged, type Change } from '../change';
import type { Context } from '../context';
import type { HandoverCause } from '../events';
import { handOver, passOn } from '../hop';
import { HELD } from '../lifecycle';
import { openFollowUps } from '../conference';
import { currentHolding, type Ticket } from '../ticket';
import { reassignFollowUps, type Assignee } from './reassign-follow-ups';

/** One post given from one person to another, as each ticket of it is told. */
export interface PostSuccession {
  readonly handoverId: string;
  readonly fromPersonId: string;
  readonly toPersonId: string;
  /** Who takes a complaint about the successor instead; null when nobody can. */
  readonly complaintsTo: Holder | null;
  /** Task forces that go on under the successor: a complaint about it must not stay with one of them. */
  readonly ledUnitIds?: readonly string[];
}

/**
 * 岗位交接: what a person holds, and has to do after conferences, goes on with its successor. Where the ticket stands, what was promised and the figures
 * stay as they are; only who answers from now on is another. A complaint never reaches the person it is about.
 */
export function handOverPost(ticket: Ticket, post: PostSuccession, ctx: Context): Decision<Change> {
  const { complaintsTo, fromPersonId, toPersonId } = post;
  const hop = currentHolding(ticket);
  const own = hop !== null && ticket.holderPersonId === fromPersonId;
  if (ticket.aboutPersonId !== toPersonId) {
    const holder = own ? { tier: hop.tier, unitId: hop.unitId, personId: toPersonId } : null;
    const held = holder === null ? null : told(unchanged(passOn(ticket, holder, ctx)), post, 'post', ctx);
    return accepted(
      andFollowUps(held ?? unchanged(ticket), post, { unitId: null, personId: toPersonId }, ctx),
    );
  }
  const led = hop !== null && hop.unitId !== null && (post.ledUnitIds ?? []).includes(hop.unitId);
  const charged = openFollowUps(ticket.followUps).some(({ personId }) => personId === fromPersonId);
  if (!own && !led && !charged) return accepted(unchanged(ticket));
  if (complaintsTo === null) {
    return refused(
      'handover.complaint_stranded',
      `诉求 ${ticket.number} 反映的正是接替人，又没有其他承办人，请先另行交办`,
    );
  }
  // Who waits for the enterprise or a date is not set going again by a change of people.
  const take = isOneOf(HELD, ticket.status) ? handOver : passOn;
  const held = own || led ? told(unchanged(take(ticket, complaintsTo, ctx)), post, 'complaint', ctx) : null;
  const { unitId, personId } = complaintsTo;
  const assignee = { unitId, personId: unitId === null ? personId : null };
  return accepted(andFollowUps(held ?? unchanged(ticket), post, assignee, ctx));
}

/** What the conferences of the ticket have left the predecessor to do goes the same way. */
function andFollowUps(change: Change, { fromPersonId }: PostSuccession, to: Assignee, ctx: Context): Change {
  const { ticket, events } = reassignFollowUps(
    change.ticket,
    { unitId: null, personId: fromPersonId },
    to,
    ctx,
  );
  return { ...change, ticket, events: [...change.events, ...events] };
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
