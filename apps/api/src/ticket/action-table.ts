import type { ActionInputs, PersonAction } from '@zhuqi/application';
import type { ClassConstructor } from 'class-transformer';
import { validated } from '../edge';
import { ActionRoute } from './action-route';
import { CurrentErrand, type Errand } from './errand';
import type { TicketActions } from './ticket-actions';
import type { TicketView } from './ticket.view';

/** What is said of one action: a sentence for people, and the DTO that makes a body into its input. */
export interface ActionRow<A extends PersonAction> {
  readonly summary: string;
  readonly dto: ClassConstructor<ActionInputs[A] & object>;
}

export type ActionTable = { readonly [A in PersonAction]?: ActionRow<A> };

interface TakesActions {
  readonly actions: TicketActions;
}

type Controller = new (...dependencies: never[]) => TakesActions;

/**
 * Put on a controller: one route for each row. Every action is taken the same way, so its row is all there is to say.
 */
export const ActionRoutes =
  (table: ActionTable) =>
  (controller: Controller): void => {
    const rows = Object.entries(table) as [PersonAction, ActionRow<PersonAction>][];
    for (const [action, row] of rows) addRoute(controller.prototype as object, action, row);
  };

function addRoute(prototype: object, action: PersonAction, row: ActionRow<PersonAction>): void {
  const descriptor = { value: handlerOf(action, row.dto), writable: true, configurable: true };
  Object.defineProperty(prototype, action, descriptor);
  CurrentErrand()(prototype, action, 0);
  ActionRoute(action, row)(prototype, action, descriptor);
}

/** A method of the action's own name: routes and operations are named by it. */
function handlerOf(action: PersonAction, dto: ActionRow<PersonAction>['dto']) {
  function handler(this: TakesActions, { body, ...errand }: Errand): Promise<TicketView> {
    return this.actions.take({ action, ...errand, input: () => validated(dto, body) });
  }
  return Object.defineProperty(handler, 'name', { value: action });
}
