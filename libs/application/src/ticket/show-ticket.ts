import { Injectable } from '@nestjs/common';
import {
  scopeOf,
  withinScope,
  withoutFacts,
  type PersonActor,
  type Ticket,
  type TicketClock,
} from '@zhuqi/domain';
import { TicketReader, type LoggedEvent, type TicketAt } from '../ports/ticket-reader';
import { refuse } from '../refused';
import { forEnterprise, isInternalClock } from './enterprise-timeline';

/** Shows one ticket to a person who may read it; any other is answered as if the ticket did not exist. */
@Injectable()
export class ShowTicket {
  constructor(private readonly reader: TicketReader) {}

  async execute(ticketId: string, actor: PersonActor): Promise<TicketAt> {
    const found = await this.reader.find(ticketId);
    if (found === null || !withinScope(scopeOf(actor), found.ticket)) {
      return refuse('ticket.not_found', '没有找到该诉求，或您无权查看');
    }
    return found;
  }

  /** The log in order; what is meant for the inside is left out for the enterprise. */
  async timeline(
    ticketId: string,
    actor: PersonActor,
  ): Promise<{ readonly ticket: Ticket; readonly events: readonly LoggedEvent[] }> {
    const { ticket } = await this.execute(ticketId, actor);
    const log = await this.reader.timeline(ticketId);
    const events = log.map((event) => ({ ...event, data: withoutFacts(event.data) }));
    return { ticket, events: actor.enterpriseId === null ? events : forEnterprise(events) };
  }

  async clock(
    ticketId: string,
    clockId: string,
    actor: PersonActor,
  ): Promise<TicketAt & { clock: TicketClock }> {
    const found = await this.execute(ticketId, actor);
    const clock = clocksToldTo(actor, found.ticket).find((each) => each.id === clockId);
    return clock === undefined ? refuse('resource.not_found', '该诉求没有这只时钟') : { ...found, clock };
  }
}

/** The clocks a person is told of: an enterprise none of what its offices ask of each other. */
export const clocksToldTo = ({ enterpriseId }: PersonActor, { clocks }: Ticket): readonly TicketClock[] =>
  enterpriseId === null ? clocks : clocks.filter(({ kind }) => !isInternalClock(kind));
