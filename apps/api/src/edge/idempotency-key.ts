import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Refused } from '@zhuqi/application';
import type { FastifyRequest } from 'fastify';

const VISIBLE_ASCII = /^[\x21-\x7e]{1,200}$/;

/** The caller's key of a creating request, or undefined; throws `idempotency.key_invalid`. */
export function idempotencyKeyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !VISIBLE_ASCII.test(header)) {
    throw new Refused({
      code: 'idempotency.key_invalid',
      detail: 'Idempotency-Key 应为 1 至 200 个可见 ASCII 字符',
    });
  }
  return header;
}

/** `@IdempotencyKey() key: string | undefined`. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext) =>
  idempotencyKeyOf(context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key']),
);
