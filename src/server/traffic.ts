import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHistogram } from './histogram.ts';
import type { Metrics, Reading } from './metrics.ts';

/** A request that takes longer than this is logged as a warning. */
const SLOW_MS = 1_000;
const SECONDS_BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Counts and logs the requests of an instance. Log lines and metrics name the route, never the URL: paths can hold write
 * keys, and query strings identities. Good requests are logged at debug level, for at 200 batches a second they would be
 * noise.
 */
export function watchTraffic(app: FastifyInstance, metrics: Metrics | undefined): void {
  const requests = new Map<string, number>();
  const seconds = createHistogram(SECONDS_BOUNDS);
  let running = 0;
  app.addHook('onRequest', (request, reply, done) => {
    running++;
    // `close` comes for every answer, Fastify's onResponse not for those whose client went away.
    reply.raw.once('close', () => {
      running--;
      finish(request, reply);
    });
    done();
  });
  const finish = (request: FastifyRequest, reply: FastifyReply): void => {
    const route = routeOf(request);
    // A stream lasts as long as somebody watches; that says nothing about our speed.
    const isStream = String(reply.getHeader('content-type')).startsWith('text/event-stream');
    const status = reply.raw.writableFinished || isStream ? String(reply.statusCode) : 'aborted';
    const key = `${request.method} ${status} ${route}`;
    requests.set(key, (requests.get(key) ?? 0) + 1);
    const ms = reply.elapsedTime;
    const line = { method: request.method, route, status, ms: Math.round(ms) };
    if (!isStream) seconds.observe(ms / 1_000);
    if (ms > SLOW_MS && !isStream) request.log.warn(line, 'a slow request');
    else request.log.debug(line, 'a request');
  };
  metrics?.counter('rapport_http_requests_total', 'Requests answered since the start', () =>
    toReading(requests),
  );
  metrics?.gauge('rapport_http_requests_running', 'Requests that are being answered', () => running);
  metrics?.histogram('rapport_http_seconds', 'Time from a request to the end of its answer', seconds);
}

function toReading(requests: ReadonlyMap<string, number>): Reading {
  return [...requests].map(([key, count]) => {
    const [method = '', status = '', ...route] = key.split(' ');
    return [{ method, status, route: route.join(' ') }, count] as const;
  });
}

function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? '(none)';
}
