import type { Metrics } from '@zhuqi/platform';
import type { FastifyInstance } from 'fastify';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/** Measures every request by its route's template, so that ids never become labels. */
export function measureRequests(server: FastifyInstance, metrics: Metrics): void {
  const durations = metrics.histogram(
    {
      name: 'http_request_seconds',
      help: 'Time to answer, by route template.',
      labels: ['method', 'route', 'status'],
    },
    SECONDS,
  );
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.is404 ? 'unmatched' : (request.routeOptions.url ?? 'unmatched');
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    durations.observe(labels, reply.elapsedTime / 1_000);
    done();
  });
}
