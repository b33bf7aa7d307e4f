import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { Refused } from '@zhuqi/application';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';

const OURS = /^(?:W\/)?"?v([1-9][0-9]{0,8})"?$/;
const ANY_TAG = /^(?:W\/)?"[\x21\x23-\x7e]*"$/;

/** A version no resource ever has: a well-formed tag that is not ours matches nothing. */
const NEVER = 0;

/** `"v7"` for version 7. */
export const etagOf = (version: number): string => `"v${version}"`;

/** The version an `If-Match` header names; undefined without the header. Throws `precondition.invalid`. */
export function versionOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const ours = OURS.exec(header.trim());
  if (ours !== null) return Number(ours[1]);
  if (ANY_TAG.test(header.trim())) return NEVER;
  throw new Refused({ code: 'precondition.invalid', detail: 'If-Match 应形如 "v7"' });
}

/** `@IfMatch() version: number | undefined`; the use case refuses its absence (428) and a stale one (412). */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext) =>
  versionOf(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** Sends the `version` of what the route answers as its ETag. */
@Injectable()
export class VersionTag implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((body: unknown) => {
        if (hasVersion(body)) void reply.header('etag', etagOf(body.version));
      }),
    );
  }
}

/** Put on a route that answers one versioned resource. */
export const Versioned = () => UseInterceptors(VersionTag);

const hasVersion = (body: unknown): body is { version: number } =>
  typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number';
