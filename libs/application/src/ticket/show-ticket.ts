import { Injectable } from '@nestjs/common';
import { scopeOf, withinScope, type PersonActor, type Ticket, type TicketClock } from '@zhuqi/domain';
import { TicketReader, type LoggedEvent, type TicketAt } from '../ports/ticket-reader';
import { refuse } from '../refused';

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

  /** The log in order; remarks meant for the inside are left out for the enterprise. */
  async timeline(
    ticketId: string,
    actor: PersonActor,
  ): Promise<{ readonly ticket: Ticket; readonly events: readonly LoggedEvent[] }> {
    const { ticket } = await this.execute(ticketId, actor);
    const events = await this.reader.timeline(ticketId);
    const outside = actor.enterpriseId !== null;
    return { ticket, events: events.filter((event) => !(outside && isInternal(event))) };
  }

  async clock(
    ticketId: string,
    clockId: string,
    actor: PersonActor,
  ): Promise<TicketAt & { clock: TicketClock }> {
    const found = await this.execute(ticketId, actor);
    const clock = found.ticket.clocks.find((each) => each.id === clockId);
    return clock === undefined ? refuse('resource.not_found', '该诉求没有这只时钟') : { ...found, clock };
  }
}

const INTERNAL_TYPES: readonly string[] = ['instructed', 'supervised'];

const isInternal = (event: LoggedEvent): boolean =>
  event.data['visibility'] === 'internal' || INTERNAL_TYPES.includes(event.type);
