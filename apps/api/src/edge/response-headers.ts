import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const OWN_PAGES =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

/** Answers carry personal data: nobody stores them, nobody frames them, and JSON may load nothing at all. */
export async function secureResponses(server: FastifyInstance): Promise<void> {
  await server.register(helmet, { contentSecurityPolicy: false, frameguard: { action: 'deny' } });
  server.addHook('onRequest', (request, reply, done) => {
    void reply
      .header('x-trace-id', request.id)
      .header('cache-control', 'no-store')
      .header('content-security-policy', policyFor(request.url));
    done();
  });
}

const policyFor = (url: string): string =>
  /^\/(?:api|health|metrics|openapi\.json)(?:[/?]|$)/.test(url) ? NOTHING : OWN_PAGES;
