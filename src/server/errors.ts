import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { own, Refusal, refusal } from '../core/index.ts';
import type { MethodTable } from './methods.ts';
import { isForPage, type Pages, sendPage } from './pages.ts';
import { PROBLEM_TYPE, type Problem, toProblem, toRefusal } from './problem.ts';

/**
 * Makes every error of an instance a problem document. A mistake of ours is logged with its cause and shown without. A
 * browser that opens a path at which nothing is served gets the interface, which has pages of its own.
 */
export function answerErrors(app: FastifyInstance, methods: MethodTable, pages?: Pages): void {
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    const allowed = methods.allowed(request.url);
    if (allowed.length === 0 && pages && isForPage(request)) return sendPage(request, reply, pages);
    if (allowed.length === 0) {
      return sendError(
        refusal('request.unknown-route', 404, 'Nothing is served at this path.'),
        request,
        reply,
      );
    }
    reply.header('allow', allowed.join(', '));
    return sendError(
      refusal('request.method', 405, `This path takes ${allowed.join(', ')}.`, { detail: { allowed } }),
      request,
      reply,
    );
  });
}

/** Answers one request with a problem document. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = toRefusal(error);
  // A refusal to come back later is a state of ours, which health shows; on a full disk a line for each would be a flood.
  const isPassing = known !== undefined && (known.status < 500 || known.retryAfterSeconds !== undefined);
  if (!isPassing) {
    request.log.error(
      { err: error, method: request.method, route: request.routeOptions.url },
      'a request failed',
    );
  }
  const shown =
    known ?? refusal('server.failed', 500, 'The server made a mistake; its log names this request.');
  if (shown.retryAfterSeconds !== undefined)
    reply.header('retry-after', String(Math.ceil(shown.retryAfterSeconds)));
  if (shown.status === 401) reply.header('www-authenticate', 'Bearer');
  // Serialized here, because the response schema of a route may describe its good answers only.
  return reply
    .code(shown.status)
    .type(PROBLEM_TYPE)
    .serializer((problem: Problem) => JSON.stringify(problem))
    .send(toProblem(shown, request.id));
}

/** What Node's HTTP parser refuses before there is a request. */
const PARSER_REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: new Refusal(
    'request.headers-too-large',
    431,
    'The headers are larger than the server takes.',
  ),
  ERR_HTTP_REQUEST_TIMEOUT: new Refusal('request.timeout', 408, 'The request did not arrive in time.'),
};
const UNREADABLE = new Refusal('request.not-http', 400, 'The request is not readable HTTP.');

/** Answers what is not a readable HTTP request; the connection ends, for what follows on it cannot be trusted. */
export function answerClientError(error: { code: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const shown = own(PARSER_REFUSALS, error.code) ?? UNREADABLE;
  const body = JSON.stringify(toProblem(shown));
  socket.end(
    [
      `HTTP/1.1 ${shown.status} ${STATUS_CODES[shown.status]}`,
      'connection: close',
      `content-type: ${PROBLEM_TYPE}`,
      `content-length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}
