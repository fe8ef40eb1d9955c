import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type EventType, Refusal } from '../core/index.ts';
import type { CollectCall, Collector } from './collect.ts';
import { answerCrossOrigin, answerPreflight } from './cors.ts';
import { keyOfRequest, sourceOf } from './credentials.ts';
import type { SourceBook } from './source.ts';
import { BODY_BYTES_MAX } from './unpack.ts';
import {
  NativeAnswerSchema,
  NativeBodySchema,
  SegmentAnswerSchema,
  SegmentBatchSchema,
  SegmentMessageSchema,
} from './wire-schemas.ts';

const SINGLE_CALLS: readonly EventType[] = ['track', 'identify', 'page', 'screen', 'group', 'alias'];
/** Segment's batch, its browser's, its endpoint for history, and the one that RudderStack's beacons use. */
const BATCH_PATHS = ['/v1/batch', '/v1/b', '/v1/import', '/beacon/v1/batch'] as const;
/** Figures that clients send about themselves. */
const METRICS_PATH = '/v1/m';
const ACCESS = { permission: 'collect' } as const;

/** The routes that clients send events to. Bodies are read as bytes whatever content type they claim. */
export async function collectRoutes(
  app: FastifyInstance,
  collector: Collector,
  sources: SourceBook,
): Promise<void> {
  await app.register(async (scope) => {
    readBytes(scope);
    answerCrossOrigin(scope);
    tellWhenToReturn(scope);
    refuseWrongKeysEarly(scope, sources);
    for (const type of SINGLE_CALLS) {
      addSegmentRoute(scope, collector, `/v1/${type}`, type, true);
      addSegmentRoute(scope, collector, `/v1/${type.charAt(0)}`, type, false);
    }
    for (const path of BATCH_PATHS) addSegmentRoute(scope, collector, path, undefined, path === '/v1/batch');
    scope.post(
      METRICS_PATH,
      { schema: { hide: true }, config: ACCESS, bodyLimit: BODY_BYTES_MAX },
      async () => ({
        success: true,
      }),
    );
    scope.options(METRICS_PATH, { schema: { hide: true }, config: ACCESS }, answerPreflight);
    addNativeRoute(scope, collector);
  });
}

function addSegmentRoute(
  scope: FastifyInstance,
  collector: Collector,
  path: string,
  type: EventType | undefined,
  isDocumented: boolean,
): void {
  const verb = type ?? 'batch';
  const schema = {
    hide: !isDocumented,
    operationId: `collect${verb.charAt(0).toUpperCase()}${verb.slice(1)}`,
    summary: type === undefined ? 'Take a batch of Segment messages' : `Take a Segment ${type} call`,
    description:
      'Segment and RudderStack clients send here. 200 means durable; wrong events of a good request go to the quarantine.',
    tags: ['collect'],
    body: type === undefined ? SegmentBatchSchema : SegmentMessageSchema,
    response: { 200: SegmentAnswerSchema },
  };
  scope.post(path, { schema, config: ACCESS, bodyLimit: BODY_BYTES_MAX }, async (request) => {
    await collector.segment(callOf(request), type);
    return { success: true } as const;
  });
  scope.options(path, { schema: { hide: true }, config: ACCESS }, answerPreflight);
}

function addNativeRoute(scope: FastifyInstance, collector: Collector): void {
  const schema = {
    operationId: 'collectEvents',
    summary: 'Take events in the native form',
    description:
      'Needs the write key of a source. 200 means durable; rejected events are named and are in the quarantine.',
    tags: ['collect'],
    body: NativeBodySchema,
    response: { 200: NativeAnswerSchema },
  };
  scope.post('/api/events', { schema, config: ACCESS, bodyLimit: BODY_BYTES_MAX }, (request) =>
    collector.native(callOf(request)),
  );
  scope.options('/api/events', { schema: { hide: true }, config: ACCESS }, answerPreflight);
}

/** Any content type: browsers send JSON as text/plain to avoid a preflight, RudderStack as a form. */
function readBytes(scope: FastifyInstance): void {
  scope.addHook('onRequest', (request, _reply, done) => {
    // A content type that cannot be parsed would be refused before any parser is asked.
    if (request.headers['content-type'] !== undefined)
      request.headers['content-type'] = 'application/octet-stream';
    done();
  });
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  scope.setValidatorCompiler(() => () => true);
}

/** Segment's clients read Retry-After, older ones X-RateLimit-Reset (seconds); the server writes the first. */
function tellWhenToReturn(scope: FastifyInstance): void {
  scope.setErrorHandler((error, _request, reply) => {
    if (error instanceof Refusal && error.retryAfterSeconds !== undefined) {
      reply.header('x-ratelimit-reset', String(Math.ceil(error.retryAfterSeconds)));
    }
    throw error;
  });
}

/** A wrong key in the headers is answered before the body is read; without one the body must tell. */
function refuseWrongKeysEarly(scope: FastifyInstance, sources: SourceBook): void {
  scope.addHook('onRequest', (request, _reply, done) => {
    const key = request.method === 'POST' ? keyOf(request) : undefined;
    if (key !== undefined && request.routeOptions.url !== METRICS_PATH) sourceOf(sources, key);
    done();
  });
}

function keyOf(request: FastifyRequest): string | undefined {
  return keyOfRequest(request.headers.authorization, (request.query as { writeKey?: unknown }).writeKey);
}

function callOf(request: FastifyRequest): CollectCall {
  const body = request.body;
  return {
    key: keyOf(request),
    contentEncoding: request.headers['content-encoding'],
    body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    ip: request.ip,
    userAgent: request.headers['user-agent'],
  };
}
