import { hasRole, can, type Actor } from '../access';
import { accepted, refused, type Decision, type Declined } from '../decision';
import { isOneOf, STATUS_LABEL, type Outcome } from '../ticket/axes';
import { isHolder, standingsOf } from '../ticket/standing';
import type { Ticket } from '../ticket/ticket';
import { ALIVE } from '../ticket/lifecycle';
import type { Instant } from '../time';

export const MATTER_STATES = ['open', 'answered', 'dissolved'] as const;
export type MatterState = (typeof MATTER_STATES)[number];

export const MATTER_STATE_LABEL = {
  open: '待统一答复',
  answered: '已统一答复',
  dissolved: '已解散',
} as const satisfies Record<MatterState, string>;

/** One ticket is not several of the same. */
export const FEWEST_TICKETS_OF_A_MATTER = 2;
/** More tickets than this are not answered in one act. */
export const MOST_TICKETS_OF_A_MATTER = 200;

/** The one answer all of a matter are given. */
export interface MatterAnswer {
  readonly outcome: Outcome;
  readonly responsibleUnitId: string;
  readonly route: string;
  readonly result: string;
}

/** 同类诉求: tickets of several enterprises about the same thing, answered once. Each stays a ticket of its own. */
export interface Matter {
  readonly id: string;
  readonly regionCode: string;
  readonly title: string;
  readonly reason: string;
  readonly leadTicketId: string;
  readonly state: MatterState;
  readonly answer: MatterAnswer | null;
  readonly answeredAt: Instant | null;
}

/** Why this ticket cannot be put into a matter led by that one; null when it can. */
export function objectionToJoining(ticket: Ticket, lead: Ticket): Declined | null {
  if (ticket.regionCode !== lead.regionCode) {
    return refused('matter.other_district', `${ticket.number}不是本区的诉求，不能列入`);
  }
  // Answered together with others, a complaint could reach the person it is about.
  if (ticket.aboutPersonId !== lead.aboutPersonId) {
    return refused('matter.complaint', '反映工作人员的诉求不能与其他诉求列为同类');
  }
  if (!isOneOf(ALIVE, ticket.status)) {
    return refused(
      'matter.ticket_ended',
      `${ticket.number}已“${STATUS_LABEL[ticket.status]}”，不能列入同类诉求`,
    );
  }
  if (ticket.matterId !== null) {
    return refused('matter.taken', `${ticket.number}已列入另一组同类诉求`);
  }
  return null;
}

/** A matter that still takes tickets in and lets them go. */
export const isLive = ({ state }: Matter): Decision<true> =>
  state === 'dissolved' ? refused('matter.dissolved', '这组同类诉求已解散') : accepted(true);

/** Who answers a matter: whoever holds the ticket that leads it, or the office. */
export function mayAnswerMatter(actor: Actor, lead: Ticket): Decision<true> {
  const office = standingsOf(actor, lead).has('office');
  const holds = isHolder(actor, lead) && actor.kind === 'person' && can(actor.roles, 'matter.answer');
  return office || holds
    ? accepted(true)
    : refused('ticket.not_permitted', '统一答复只能由牵头诉求的当前承办人或调度办进行');
}

/** Clustering is the office's, of its own district. */
export const mayManageMatters = (actor: Actor, lead: Ticket): Decision<true> =>
  hasRole(actor, 'office_dispatcher') && standingsOf(actor, lead).has('office')
    ? accepted(true)
    : refused('permission.denied', '同类诉求由调度办归并');
