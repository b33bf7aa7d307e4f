import { applyDecorators, HttpCode, Param, Post, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { PersonAction } from '@zhuqi/application';
import { Can, ParseId, Versioned } from '../edge';
import { actionPath } from './action-names';
import { TicketView } from './ticket.view';

const OK = 200;

/**
 * One action's address, permission and documentation. The permission is decided late, in the use case:
 * a ticket the caller may not read answers 404 before a role that may not act answers 403.
 */
export const ActionRoute = (action: PersonAction, summary: string, dto: Type<object>): MethodDecorator =>
  applyDecorators(
    Post(actionPath(action)),
    HttpCode(OK),
    Versioned(),
    Can(`ticket.${action}`, { late: true }),
    ApiBearerAuth(),
    ApiOperation({ summary }),
    ApiHeader({ name: 'If-Match', description: '您看到的版本（ETag），如 "v7"', required: false }),
    ApiBody({ type: dto }),
    ApiOkResponse({ type: TicketView }),
  );

/** `@TicketId() ticketId: string`. */
export const TicketId = (): ParameterDecorator => Param('id', ParseId);
