import { Injectable } from '@nestjs/common';
import { BusinessClock, TakeAction, type ActionCommand, type PersonAction } from '@zhuqi/application';
import type { PersonActor, Ticket } from '@zhuqi/domain';
import { TicketPresenter } from './ticket-presenter';
import type { TicketView } from './ticket.view';

export type PersonCommand<A extends PersonAction> = ActionCommand<A> & { readonly actor: PersonActor };

/** Every action is taken the same way and answers the ticket as the actor now sees it. */
@Injectable()
export class TicketActions {
  constructor(
    private readonly takeAction: TakeAction,
    private readonly presenter: TicketPresenter,
    private readonly clock: BusinessClock,
  ) {}

  async take<A extends PersonAction>(command: PersonCommand<A>): Promise<TicketView> {
    return this.shown(await this.takeAction.execute(command), command.actor);
  }

  async shown(ticket: Ticket, actor: PersonActor): Promise<TicketView> {
    return this.presenter.present(ticket, actor, await this.clock.now());
  }
}
