import type { FastifyInstance } from 'fastify';
import type { Gate } from '../access/index.ts';

/** Answers are data, not pages: nothing may be run from them or framed. Routes that serve pages and clients override. */
const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};
/** Pages of shops load clients and send events from their own origins, so this is for the other routes alone. */
const PRIVATE_HEADERS = { 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store' };

/**
 * Lets every request to a route added from now on pass the gate. A route that does not declare its permission is a
 * mistake of ours that stops the start: nobody would notice it otherwise.
 */
export function guardRoutes(app: FastifyInstance, gate: Gate): void {
  app.decorateRequest('principal', undefined);
  app.decorateRequest('mayStay', undefined);
  app.decorateRequest('seenPeople', undefined);
  app.decorateRequest('auditNote', undefined);
  app.decorate('routeRules', []);
  app.addHook('onRoute', ({ method, url, config }) => {
    const permission = config?.permission;
    if (permission === undefined)
      throw new Error(`The route ${String(method)} ${url} does not declare its permission.`);
    for (const each of [method].flat()) app.routeRules.push({ method: each, url, permission });
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);
    const { url, config } = request.routeOptions;
    // Nothing is served there; that is for anybody to know.
    if (url === undefined) return done();
    const { permission } = config;
    if (permission === undefined) return done(new Error(`The route ${url} does not declare its permission.`));
    if (permission !== 'open' && permission !== 'collect') {
      reply.headers(PRIVATE_HEADERS);
      request.mayStay = () => gate.stays(request, permission);
    }
    done(gate.admit(request, permission));
  });
}
