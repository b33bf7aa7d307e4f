import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { PersonActor } from '@zhuqi/domain';
import type { FastifyRequest } from 'fastify';
import { ParseId } from '../edge';
import { versionOf } from '../edge/etag';
import { signedIn } from '../edge/signed-in';

/** What every change of a ticket is told: which ticket, who asks, what they have seen, what they say. */
export interface Errand {
  readonly ticketId: string;
  readonly actor: PersonActor;
  /** The version of the If-Match header. */
  readonly expectedVersion: number | undefined;
  /** Not looked at before its turn comes: 422 is the last of the refusals. */
  readonly body: unknown;
}

interface Addressed {
  readonly id: string;
}

const ids = new ParseId();

/** `@CurrentErrand() errand: Errand` on a route whose address names the ticket as `:id`. */
export const CurrentErrand = createParamDecorator((_: unknown, context: ExecutionContext): Errand => {
  const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: Addressed }>>();
  return {
    ticketId: ids.transform(request.params.id),
    actor: signedIn(request).person.actor,
    expectedVersion: versionOf(request.headers['if-match']),
    body: request.body,
  };
});
