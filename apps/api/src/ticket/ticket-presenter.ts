import { Injectable } from '@nestjs/common';
import { Directory, RuleBook } from '@zhuqi/application';
import {
  allowedActions,
  hasRole,
  nextDueAt,
  standingsOf,
  STATUS_LABEL,
  ticketLamp,
  ticketLampChangeAt,
  ticketWorkMinutesLeft,
  type Instant,
  type PersonActor,
  type Ticket,
} from '@zhuqi/domain';
import { actionPath } from './action-names';
import { clockView } from './clock.mapper';
import { isoOf, isoOrNull, namedOrNull, unitOf, valueOrNothing } from './view-values';
import type { ContactView, TicketEnterpriseView, TicketView } from './ticket.view';

/** What one person sees of a ticket: names for ids, lamps as of now, and nothing that is hidden from them. */
@Injectable()
export class TicketPresenter {
  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
  ) {}

  async present(ticket: Ticket, actor: PersonActor, now: Instant): Promise<TicketView> {
    const calendar = await this.rules.calendar(ticket.regionCode);
    return {
      ...plainFields(ticket),
      lamp: ticketLamp(ticket, now),
      ...(await this.names(ticket, actor)),
      contact: contactFor(ticket, actor),
      clocks: ticket.clocks.map((clock) => clockView(clock, now, calendar)),
      nextDueAt: isoOrNull(nextDueAt(ticket)),
      workMinutesLeft: ticketWorkMinutesLeft(ticket, now, calendar),
      nextLampChangeAt: isoOrNull(ticketLampChangeAt(ticket, now)),
      serverNow: isoOf(now),
      allowedActions: allowedActions(actor, ticket).map(actionPath),
    };
  }

  private async names(ticket: Ticket, actor: PersonActor) {
    const { directory } = this;
    const [unit, person, leader, officer, responsible, assistants] = await Promise.all([
      unitOf(directory, ticket.holderUnitId),
      namedOrNull(directory, ticket.holderPersonId),
      namedOrNull(directory, ticket.leaderId),
      namedOrNull(directory, ticket.officerId),
      unitOf(directory, ticket.responsibleUnitId),
      Promise.all(ticket.assistUnitIds.map((id) => unitOf(directory, id))),
    ]);
    return {
      categoryName: await directory.categoryName(ticket.category),
      enterprise: await this.enterprise(ticket, actor),
      holder: { ...valueOrNothing('unit', unit), ...valueOrNothing('person', person) },
      assistUnits: assistants.filter((assistant) => assistant !== null),
      leader,
      officer,
      responsibleUnit: responsible === null ? null : { id: responsible.id, name: responsible.name },
    };
  }

  private async enterprise(ticket: Ticket, actor: PersonActor): Promise<TicketEnterpriseView> {
    const [card, township] = await Promise.all([
      this.directory.enterprise(ticket.enterpriseId),
      unitOf(this.directory, ticket.townshipId),
    ]);
    const place = { industry: ticket.industry, township: township?.name ?? null };
    if (hidesSubmitter(ticket, actor)) return { id: null, name: HIDDEN, creditCode: null, ...place };
    return {
      id: ticket.enterpriseId,
      name: card?.name ?? '',
      creditCode: card?.creditCode ?? null,
      ...place,
    };
  }
}

const HIDDEN = '（保密企业）';

/** A confidential ticket hides its submitter from those who only handle it. */
export function hidesSubmitter(ticket: Ticket, actor: PersonActor): boolean {
  if (!ticket.confidential || hasRole(actor, 'auditor', 'administrator')) return false;
  const standings = standingsOf(actor, ticket);
  return !(['enterprise', 'officer', 'office', 'leader', 'city'] as const).some((each) =>
    standings.has(each),
  );
}

const MASK = /^(\d{3})\d{4}(\d{4})$/;

/** Phones are whole for the enterprise, its officer, the present holder and the office; masked for everyone else. */
function contactFor(ticket: Ticket, actor: PersonActor): ContactView {
  if (hidesSubmitter(ticket, actor)) return { name: null, phone: null };
  const standings = standingsOf(actor, ticket);
  const whole = (['enterprise', 'officer', 'holder', 'office'] as const).some((each) => standings.has(each));
  const phone = ticket.contactPhone;
  return { name: ticket.contactName, phone: whole || phone === null ? phone : masked(phone) };
}

const masked = (phone: string): string => (MASK.test(phone) ? phone.replace(MASK, '$1****$2') : '****');

function plainFields(ticket: Ticket) {
  const { id, number, version, status, tier, severity, urgency, round, outcome, title, description } = ticket;
  const { category, channel, regionCode, confidential, triageReason, route, result, verdict } = ticket;
  const shown =
    verdict === null ? null : { solved: verdict.solved, rating: verdict.rating, comment: verdict.comment };
  return {
    ...{ id, number, version, status, tier, severity, urgency, round, outcome, title, description },
    ...{ category, channel, regionCode, confidential, triageReason, route, result },
    statusLabel: STATUS_LABEL[status],
    verdict: shown,
    submittedAt: isoOf(ticket.submittedAt),
    collectedAt: isoOrNull(ticket.collectedAt),
    dispatchedAt: isoOrNull(ticket.dispatchedAt),
    answeredAt: isoOrNull(ticket.answeredAt),
    closedAt: isoOrNull(ticket.closedAt),
  };
}
