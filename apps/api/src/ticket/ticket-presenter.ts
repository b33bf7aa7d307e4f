import { Injectable } from '@nestjs/common';
import {
  clocksToldTo,
  Directory,
  HIDDEN_ENTERPRISE_NAME,
  maskedPhone,
  RuleBook,
  seesSubmitter,
} from '@zhuqi/application';
import { allowedActions, standingsOf, type Instant, type PersonActor, type Ticket } from '@zhuqi/domain';
import type { NamedView, UnitView } from './named.view';
import { TicketParts } from './ticket-parts';
import { ticketView, type NamedFields } from './ticket-view.mapper';
import type { ContactView, HolderView, TicketEnterpriseView, TicketView } from './ticket.view';
import { namedOrNull, unitNamed, unitOf } from './view-values';

/** What one person sees of a ticket: names for ids, lamps as of now, and nothing that is hidden from them. */
@Injectable()
export class TicketPresenter {
  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
    private readonly parts: TicketParts,
  ) {}

  async present(ticket: Ticket, actor: PersonActor, now: Instant): Promise<TicketView> {
    const calendar = await this.rules.calendarVersion(ticket.regionCode, ticket.calendarVersion);
    const actions = allowedActions(actor, ticket);
    const [names, parts] = await Promise.all([
      this.names(ticket, actor),
      this.parts.of(ticket, { actor, now, calendar, actions }),
    ]);
    const contact = contactFor(ticket, actor);
    const clocks = clocksToldTo(actor, ticket);
    return ticketView(ticket, { actions, now, calendar, names, parts, clocks, contact });
  }

  private async names(ticket: Ticket, actor: PersonActor): Promise<NamedFields> {
    const { directory } = this;
    // Who assists is the inside's own affair.
    const assistUnitIds = actor.enterpriseId === null ? ticket.assistUnitIds : [];
    const [unit, person, leader, officer, responsible, assistants] = await Promise.all([
      unitOf(directory, ticket.holderUnitId),
      namedOrNull(directory, ticket.holderPersonId),
      namedOrNull(directory, ticket.leaderId),
      namedOrNull(directory, ticket.officerId),
      unitNamed(directory, ticket.responsibleUnitId),
      Promise.all(assistUnitIds.map((id) => unitOf(directory, id))),
    ]);
    return {
      categoryName: await directory.categoryName(ticket.category),
      enterprise: await this.enterprise(ticket, actor),
      holder: holderOf(unit, person),
      assistUnits: assistants.filter((assistant) => assistant !== null),
      leader,
      officer,
      responsibleUnit: responsible,
    };
  }

  private async enterprise(ticket: Ticket, actor: PersonActor): Promise<TicketEnterpriseView> {
    const [card, township] = await Promise.all([
      this.directory.enterprise(ticket.enterpriseId),
      unitOf(this.directory, ticket.townshipId),
    ]);
    const place = { industry: ticket.industry, township: township?.name ?? null };
    if (!seesSubmitter(actor, ticket)) {
      return { id: null, name: HIDDEN_ENTERPRISE_NAME, creditCode: null, ...place };
    }
    return {
      id: ticket.enterpriseId,
      name: card?.name ?? '',
      creditCode: card?.creditCode ?? null,
      ...place,
    };
  }
}

function holderOf(unit: UnitView | null, person: NamedView | null): HolderView {
  const holder: HolderView = {};
  if (unit !== null) holder.unit = unit;
  if (person !== null) holder.person = person;
  return holder;
}

/** Phones are whole for the enterprise, its officer, the present holder and the office; masked for everyone else. */
function contactFor(ticket: Ticket, actor: PersonActor): ContactView {
  if (!seesSubmitter(actor, ticket)) return { name: null, phone: null };
  const standings = standingsOf(actor, ticket);
  const whole = (['enterprise', 'officer', 'holder', 'office'] as const).some((each) => standings.has(each));
  const phone = ticket.contactPhone;
  return { name: ticket.contactName, phone: whole || phone === null ? phone : maskedPhone(phone) };
}
