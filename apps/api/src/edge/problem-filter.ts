import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { Refused, RefusedForNow } from '@zhuqi/application';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { frameworkRefusal, UNAVAILABLE } from './framework-refusals';
import { problemOf, type ProblemView } from './problem.view';
import { isUnavailability } from './unavailability';
import { InvalidInput } from './validated';

const RETRY_AFTER_SECONDS = 2;

/** The door: whatever goes wrong leaves as one problem document, without stack, SQL or path. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.problem(error, request);
    if (error instanceof RefusedForNow) void reply.header('retry-after', String(error.retryAfterSeconds));
    if (problem.status === 503) void reply.header('retry-after', String(RETRY_AFTER_SECONDS));
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    sendProblem(reply, problem);
  }

  private problem(error: unknown, request: FastifyRequest): ProblemView {
    const traceId = request.id;
    if (error instanceof InvalidInput) return problemOf(error.refusal, traceId, error.issues);
    if (error instanceof Refused) return problemOf(error.refusal, traceId);
    if (isUnavailability(error)) {
      this.log.warn(`the database cannot serve a request (trace ${traceId}): ${describe(error)}`);
      return problemOf(UNAVAILABLE, traceId);
    }
    const known = frameworkRefusal(error);
    if (known !== null) return problemOf(known, traceId);
    const route = `${request.method} ${request.routeOptions.url ?? '(no route)'}`;
    this.log.error(`unexpected error in ${route} (trace ${traceId})`, stackOf(error));
    return problemOf(
      { code: 'service.unexpected', detail: `服务出现意外错误，请提供编号 ${traceId}` },
      traceId,
    );
  }
}

/** Fastify keeps the content type only when the body is text already. */
export function sendProblem(reply: FastifyReply, problem: ProblemView): void {
  void reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
