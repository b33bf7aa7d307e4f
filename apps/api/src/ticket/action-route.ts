import { applyDecorators, HttpCode, Post, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import type { PersonAction } from '@zhuqi/application';
import { Can, Versioned } from '../edge';
import { actionPath } from './action-names';
import { TicketView } from './ticket.view';

const OK = 200;

/** What has an address of its own: an action on one ticket, and a merge, which concerns two. */
export type RoutedAction = PersonAction | 'merge' | 'unmerge';

/** What an action's route says of it. */
export interface ActionDescription {
  readonly summary: string;
  readonly dto: Type<object>;
  /** Its address after the ticket's, when that is not the action's own name. */
  readonly path?: string;
}

/**
 * One action's address, permission and documentation; it answers the ticket. The permission is decided late, in the
 * use case: a ticket the caller may not read answers 404 before a role that may not act answers 403.
 */
export const ActionRoute = (action: RoutedAction, description: ActionDescription): MethodDecorator =>
  applyDecorators(
    Post(description.path ?? actionPath(action)),
    HttpCode(OK),
    Versioned(),
    ChangesTicket(action, description),
    ApiOkResponse({ type: TicketView }),
  );

/** The permission and documentation alone, for a change that answers something else than the ticket. */
export const ChangesTicket = (
  action: RoutedAction,
  { summary, dto }: ActionDescription,
): MethodDecorator & ClassDecorator =>
  applyDecorators(
    Can(`ticket.${action}`, { late: true }),
    ApiBearerAuth(),
    ApiOperation({ summary }),
    ApiParam({ name: 'id', type: String }),
    ApiHeader({ name: 'If-Match', description: '您看到的版本（ETag），如 "v7"', required: false }),
    ApiBody({ type: dto }),
  );
