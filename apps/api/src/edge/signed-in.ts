import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Refused, type ResolvedSession } from '@zhuqi/application';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard; null on public routes. */
    signedIn: ResolvedSession | null;
  }
}

/** Whose request this is; refused with `session.required` where nobody is signed in. */
export function signedIn(request: FastifyRequest): ResolvedSession {
  if (request.signedIn === null) throw sessionRequired();
  return request.signedIn;
}

export const sessionRequired = (): Refused => new Refused({ code: 'session.required', detail: '请先登录' });

const requestOf = (context: ExecutionContext): FastifyRequest =>
  context.switchToHttp().getRequest<FastifyRequest>();

/** The signed-in person as the domain knows it: `@CurrentActor() actor: PersonActor`. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => signedIn(requestOf(context)).person.actor,
);

/** The whole sign-in, with its family and what `me` shows: `@CurrentSession() session: ResolvedSession`. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext) =>
  signedIn(requestOf(context)),
);
