import {
  type Action,
  nextDueAt,
  STATUS_LABEL,
  ticketLamp,
  ticketLampChangeAt,
  ticketWorkMinutesLeft,
  type Instant,
  type Ticket,
  type TicketClock,
  type WorkingCalendar,
} from '@zhuqi/domain';
import { isoOf } from '../edge/instant';
import { actionPath } from './action-names';
import { clockView } from './clock.mapper';
import { itemViews } from './item.mapper';
import type { TicketPartsView } from './ticket-parts';
import type { TicketView } from './ticket.view';
import { isoOrNull } from './view-values';

/** The fields of a view that are names behind ids. */
export type NamedFields = Pick<
  TicketView,
  'categoryName' | 'enterprise' | 'holder' | 'assistUnits' | 'leader' | 'officer' | 'responsibleUnit'
>;

/** What a view depends on besides the ticket. */
export interface Sight {
  /** What the person may do now. */
  readonly actions: readonly Action[];
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly names: NamedFields;
  readonly parts: TicketPartsView;
  /** The clocks the person is told of. */
  readonly clocks: readonly TicketClock[];
  readonly contact: TicketView['contact'];
}

// Every view passes here. Only a spread that opens a literal is cheap: any later one is copied field by field.

/** The ticket as this person sees it now. */
export function ticketView(ticket: Ticket, sight: Sight): TicketView {
  const { now, calendar, names, parts } = sight;
  return {
    ...dated(ticket),
    lamp: ticketLamp(ticket, now),
    categoryName: names.categoryName,
    enterprise: names.enterprise,
    project: parts.project,
    contact: sight.contact,
    holder: names.holder,
    assistUnits: names.assistUnits,
    leader: names.leader,
    officer: names.officer,
    responsibleUnit: names.responsibleUnit,
    clocks: sight.clocks.map((clock) => clockView(clock, now, calendar)),
    nextDueAt: isoOrNull(nextDueAt(ticket)),
    workMinutesLeft: ticketWorkMinutesLeft(ticket, now, calendar),
    nextLampChangeAt: isoOrNull(ticketLampChangeAt(ticket, now)),
    serverNow: isoOf(now),
    reportAsked: parts.reportAsked,
    aboutPerson: parts.aboutPerson,
    items: itemViews(ticket.items, 'question', now),
    deferred: itemViews(ticket.items, 'deferred', now),
    assists: parts.assists,
    conferences: parts.conferences,
    requests: parts.requests,
    mergedInto: parts.mergedInto,
    children: parts.children,
    matter: parts.matter,
    allowedActions: sight.actions.map(actionPath),
    allowedRequests: parts.allowedRequests,
  };
}

const dated = (ticket: Ticket) => ({
  ...plain(ticket),
  statusLabel: STATUS_LABEL[ticket.status],
  verdict: verdictOf(ticket),
  submittedAt: isoOf(ticket.submittedAt),
  collectedAt: isoOrNull(ticket.collectedAt),
  dispatchedAt: isoOrNull(ticket.dispatchedAt),
  answeredAt: isoOrNull(ticket.answeredAt),
  closedAt: isoOrNull(ticket.closedAt),
});

const plain = (ticket: Ticket) => ({
  id: ticket.id,
  number: ticket.number,
  version: ticket.version,
  status: ticket.status,
  tier: ticket.tier,
  severity: ticket.severity,
  urgency: ticket.urgency,
  round: ticket.round,
  outcome: ticket.outcome,
  title: ticket.title,
  description: ticket.description,
  category: ticket.category,
  channel: ticket.channel,
  regionCode: ticket.regionCode,
  confidential: ticket.confidential,
  triageReason: ticket.triageReason,
  route: ticket.route,
  result: ticket.result,
  handlingMinutes: ticket.handlingMinutes,
  pausedMinutes: ticket.pausedMinutes,
});

function verdictOf({ verdict }: Ticket): TicketView['verdict'] {
  return verdict === null
    ? null
    : { solved: verdict.solved, rating: verdict.rating, comment: verdict.comment };
}
