import type { FastifyInstance } from 'fastify';
import { Refused } from '@zhuqi/application';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

const malformed = (): Refused =>
  new Refused({ code: 'request.malformed', detail: '请求体不是有效的 JSON（UTF-8）' });

/** JSON and nothing else; a wrong content type is 415, an empty body is no body. */
export function acceptJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, body.length === 0 ? undefined : parse(body));
    } catch {
      done(malformed());
    }
  });
}

/** Throws on bytes that are no UTF-8 and on text that is no JSON. No reviver: that one recurses to any depth. */
const parse = (body: Buffer): unknown => JSON.parse(UTF8.decode(body));
