import { accepted, refused, type Decision } from '../decision';
import { isOneOf } from '../ticket/axes';
import { alter, record, unchanged, type Change } from '../ticket/change';
import type { Context } from '../ticket/context';
import { ALIVE } from '../ticket/lifecycle';
import type { Ticket } from '../ticket/ticket';
import { isLive, objectionToJoining, type Matter } from './matter';

/**
 * The ticket is handled as one of several of the same matter. Its clocks, holder, figures and enterprise stay its
 * own: unlike a merge nothing stands still.
 */
export function joinMatter(ticket: Ticket, matter: Matter, lead: Ticket, ctx: Context): Decision<Change> {
  const live = isLive(matter);
  if (!live.ok) return live;
  const objection = objectionToJoining(ticket, lead);
  if (objection !== null) return objection;
  // Not who leads: everybody inside who reads this ticket sees the event, and may not read that one.
  const data = { matterId: matter.id };
  const joined = alter(unchanged(ticket), { matterId: matter.id });
  return accepted(record(joined, ctx, 'joinedMatter', { data }));
}

/** The office takes a ticket out again, before its matter has been answered for it. */
export function removeFromMatter(ticket: Ticket, matter: Matter, ctx: Context): Decision<Change> {
  const live = isLive(matter);
  if (!live.ok) return live;
  if (ticket.matterId !== matter.id) return refused('matter.not_member', '该诉求不在这组同类诉求中');
  if (ticket.id === matter.leadTicketId) {
    return refused('matter.lead_stays', '牵头诉求不能移出；请解散这组同类诉求');
  }
  if (hasItsAnswer(ticket, matter)) {
    return refused('matter.answered', '该诉求已随同类诉求统一答复，不能移出');
  }
  if (!isOneOf(ALIVE, ticket.status)) return refused('matter.ticket_ended', '该诉求已结束，不能移出');
  return accepted(leaveMatter(ticket, ctx));
}

/** From here no ticket comes back. */
const OVER = ['rejected', 'withdrawn'] as const;

/**
 * The ticket stands for itself again. One that is closed or goes along with another leaves as well, without a word:
 * reopened or set free it would belong to a matter that is none any more, and could join no other.
 */
export function leaveMatter(ticket: Ticket, ctx: Context): Change {
  if (isOneOf(OVER, ticket.status)) return unchanged(ticket);
  const left = alter(unchanged(ticket), { matterId: null });
  const quiet = isOneOf(ALIVE, ticket.status) ? {} : { quiet: true };
  return record(left, ctx, 'leftMatter', { data: { matterId: ticket.matterId, ...quiet } });
}

/** Whether the ticket has had an answer since the matter was first answered: that one, or one of its own. */
export const hasItsAnswer = ({ rounds }: Ticket, { answeredAt }: Matter): boolean =>
  answeredAt !== null && rounds.some((round) => round.answeredAt !== null && round.answeredAt >= answeredAt);
