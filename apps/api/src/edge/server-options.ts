import { randomUUID } from 'node:crypto';
import type { FastifyHttpOptions } from 'fastify';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { ApiSettings } from './api-settings';
import { problemOf } from './problem.view';
import { frameworkRefusal } from './framework-refusals';
import { sendProblem } from './problem-filter';

export const BODY_LIMIT_BYTES = 256 * 1024;

const REFUSED_BY_PARSER: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Limits that keep one slow, huge or endless client from costing the others anything. */
export const serverOptions = ({ trustedProxies }: ApiSettings): FastifyHttpOptions<Server> => ({
  bodyLimit: BODY_LIMIT_BYTES,
  requestTimeout: 15_000,
  keepAliveTimeout: 8_000,
  maxRequestsPerSocket: 100_000,
  http: { headersTimeout: 10_000, maxHeaderSize: 16 * 1024 },
  // Forwarding headers are anybody's to write: only those of the named proxies are believed.
  trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
  requestIdHeader: false,
  genReqId: () => newTraceId(),
  forceCloseConnections: 'idle',
  logger: false,
  routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  frameworkErrors: (error, request, reply) => {
    const refusal = frameworkRefusal(error) ?? { code: 'request.malformed', detail: '地址无法解析' };
    void reply.header('x-trace-id', request.id).header('cache-control', 'no-store');
    sendProblem(reply, problemOf(refusal, request.id));
  },
  clientErrorHandler: (error, socket) => {
    answerUnparseable(error, socket);
  },
});

export const newTraceId = (): string => randomUUID().replaceAll('-', '');

/** What arrived is not HTTP, so the answer is written by hand and the connection closed. */
function answerUnparseable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const status = REFUSED_BY_PARSER[error.code ?? ''] ?? 400;
  const problem = problemOf({ code: 'request.malformed', detail: '不是有效的 HTTP 请求' }, newTraceId());
  const body = JSON.stringify({ ...problem, status });
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  );
}
