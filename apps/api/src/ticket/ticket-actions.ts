import { Injectable } from '@nestjs/common';
import { TakeAction, type ActionCommand, type PersonAction, type TicketAt } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { TicketPresenter } from './ticket-presenter';
import type { TicketView } from './ticket.view';

export type PersonCommand<A extends PersonAction> = ActionCommand<A> & { readonly actor: PersonActor };

/** Every action is taken the same way and answers the ticket as the actor sees it at that moment. */
@Injectable()
export class TicketActions {
  constructor(
    private readonly takeAction: TakeAction,
    private readonly presenter: TicketPresenter,
  ) {}

  async take<A extends PersonAction>(command: PersonCommand<A>): Promise<TicketView> {
    return this.shown(await this.takeAction.execute(command), command.actor);
  }

  shown({ ticket, now }: TicketAt, actor: PersonActor): Promise<TicketView> {
    return this.presenter.present(ticket, actor, now);
  }
}
