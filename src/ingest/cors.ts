import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A day; browsers cap it at two hours (Chromium) or keep it (Firefox). */
const PREFLIGHT_SECONDS = 86_400;

/**
 * Lets pages of every origin call the routes of an instance: a write key is public, cookies mean nothing to these routes,
 * and the answers hold nothing of anybody. Errors carry the headers too, so that a browser client can read Retry-After.
 */
export function answerCrossOrigin(scope: FastifyInstance): void {
  scope.addHook('onRequest', (request, reply, done) => {
    allow(request, reply);
    done();
  });
}

/** Answers a preflight (https://fetch.spec.whatwg.org/#cors-preflight-fetch): whatever headers the client wants to send. */
export async function answerPreflight(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const wanted = request.headers['access-control-request-headers'];
  if (wanted !== undefined) reply.header('access-control-allow-headers', wanted);
  reply
    .header('access-control-allow-methods', 'GET, POST, OPTIONS')
    .header('access-control-max-age', String(PREFLIGHT_SECONDS))
    .code(204);
}

function allow(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('cross-origin-resource-policy', 'cross-origin').header('vary', 'Origin');
  const origin = request.headers.origin;
  if (origin === undefined) return;
  reply
    .header('access-control-allow-origin', origin)
    .header('access-control-allow-credentials', 'true')
    .header('access-control-expose-headers', 'Retry-After, X-RateLimit-Reset');
}
