import { HttpException } from '@nestjs/common';
import type { Refusal } from '@zhuqi/domain';

const refusal = (code: string, detail: string): Refusal => ({ code, detail });

const TOO_LARGE = refusal('request.too_large', '请求体不能超过 256 KB');
const MALFORMED = refusal('request.malformed', '请求无法解析，请检查 JSON 与编码');
const UNSUPPORTED = refusal('request.unsupported_media_type', '请使用 application/json');
const NO_ROUTE = refusal('route.not_found', '没有这个地址，请查阅 /docs');
export const UNAVAILABLE = refusal('service.unavailable', '服务暂不可用，请稍后再试');

/** What Fastify and Nest themselves refuse, by their status. */
const BY_STATUS: Readonly<Record<number, Refusal>> = {
  400: MALFORMED,
  404: NO_ROUTE,
  413: TOO_LARGE,
  414: NO_ROUTE,
  415: UNSUPPORTED,
  503: UNAVAILABLE,
};

/** The refusal that stands for a framework's own error, or null when the error is not a refusal at all. */
export function frameworkRefusal(error: unknown): Refusal | null {
  const status = error instanceof HttpException ? error.getStatus() : fastifyStatus(error);
  if (status === undefined) return null;
  return BY_STATUS[status] ?? (status < 500 ? MALFORMED : null);
}

function fastifyStatus(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
