import { isUtf8 } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import type { Logger } from 'pino';
import { createGate, type Gate } from '../access/index.ts';
import { refusal } from '../core/index.ts';
import { limitDepth } from './depth.ts';
import { answerClientError, answerErrors, sendError } from './errors.ts';
import { guardRoutes } from './guard.ts';
import { type HealthCheck, healthRoutes } from './health.ts';
import type { Live } from './live.ts';
import { recordMethods } from './methods.ts';
import { type Metrics, metricsRoutes } from './metrics.ts';
import { describeRoutes } from './openapi.ts';
import { type Pages, pageRoutes } from './pages.ts';
import { watchTraffic } from './traffic.ts';
import { createSerializerCompiler, createValidatorCompiler } from './validation.ts';

/** What a server is made of. Only the address and the log are required; limits have defaults. */
export interface ServerOptions {
  /** The address it will listen on. */
  readonly host: string;
  /** Decides who may call what; without one, a gate that knows no users. */
  readonly gate?: Gate;
  /** See `createLogger`. */
  readonly logger: Logger;
  /** The version of the program, for the OpenAPI document. */
  readonly version?: string;
  /** Routes may take more or less with Fastify's `bodyLimit`. */
  readonly bodyBytesMax?: number;
  readonly connectionsMax?: number;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies?: readonly string[];
  /** How long a stop waits for running requests. */
  readonly stopMs?: number;
  /** What `GET /health` looks at; may grow until the server listens. */
  readonly checks?: readonly HealthCheck[];
  readonly metrics?: Metrics;
  readonly live?: Live;
  /** The built interface; see `loadPages`. Without it only the API is served. */
  readonly pages?: Pages | undefined;
  /** Holds every answer to its response schema, for tests. */
  readonly checkAnswers?: boolean;
}

const BODY_BYTES_MAX = 4 * 1024 ** 2;
const HEADER_BYTES_MAX = 16 * 1024;
const PARAM_LENGTH_MAX = 500;
const CONNECTIONS_MAX = 10_000;
/** Time to send headers, and the whole request (an upload of history over a slow line takes minutes). */
const HEADERS_MS_MAX = 20_000;
const REQUEST_MS_MAX = 300_000;
/** A connection on which nothing moves ends; the live stream beats more often. */
const SILENCE_MS_MAX = 120_000;
/** Longer than the 60 s of common load balancers, so that they, not we, close idle connections. */
const KEEP_ALIVE_MS = 72_000;
const STOP_MS = 10_000;

/**
 * Makes the HTTP server: errors as problem documents, limits, the guard of admin routes, OpenAPI, health, metrics and the
 * live stream. Add routes, then `await app.listen({ host, port })`; `await app.close()` stops it: streams end at once,
 * running requests are finished within `stopMs`, new ones are answered 503.
 * Adding a route throws when it does not declare its permission.
 */
export function createServer(options: ServerOptions): FastifyInstance {
  const gate = options.gate ?? createGate({ host: options.host });
  const app = openInstance(options);
  const { metrics, live } = options;

  describeRoutes(app, options.version ?? '0.0.0');
  answerErrors(app, recordMethods(app), options.pages);
  watchTraffic(app, metrics);
  guardRoutes(app, gate);
  limitDepth(app);
  stopGently(app, live, options.stopMs ?? STOP_MS);

  healthRoutes(app, options.checks ?? [], gate);
  if (metrics) metricsRoutes(app, metrics);
  if (live) live.routes(app);
  pageRoutes(app, options.pages);
  return app;
}

function openInstance(options: ServerOptions): FastifyInstance {
  const prefix = randomBytes(4).toString('hex');
  let requestCount = 0;
  const app = fastify({
    loggerInstance: options.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    // An id from outside could carry personal data into the log.
    requestIdHeader: false,
    genReqId: () => `${prefix}-${++requestCount}`,
    bodyLimit: options.bodyBytesMax ?? BODY_BYTES_MAX,
    requestTimeout: REQUEST_MS_MAX,
    connectionTimeout: SILENCE_MS_MAX,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    routerOptions: { maxParamLength: PARAM_LENGTH_MAX },
    http: { maxHeaderSize: HEADER_BYTES_MAX, headersTimeout: HEADERS_MS_MAX },
    clientErrorHandler: answerClientError,
    frameworkErrors: sendError,
  });
  app.server.maxConnections = options.connectionsMax ?? CONNECTIONS_MAX;
  readJson(app);
  app.setValidatorCompiler(createValidatorCompiler());
  app.setSerializerCompiler(createSerializerCompiler(options.checkAnswers ?? false));
  return app;
}

/** Bytes that are no UTF-8 would become other letters without a word, and a condition would ask for a text that nobody has. */
function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (isUtf8(body)) parse(request, body.toString('utf8'), done);
    else done(refusal('request.not-utf8', 400, 'The body is not valid UTF-8; encode it so.'));
  });
}

function stopGently(app: FastifyInstance, live: Live | undefined, stopMs: number): void {
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  app.addHook('onRequest', (_request, _reply, done) => {
    done(
      isStopping
        ? refusal('server.stopping', 503, 'The server is stopping; try again.', { retryAfterSeconds: 5 })
        : undefined,
    );
  });
  app.addHook('preClose', (done) => {
    isStopping = true;
    live?.close();
    timer = setTimeout(() => {
      app.log.warn({ stopMs }, 'requests that did not end in time are cut off');
      app.server.closeAllConnections();
    }, stopMs);
    done();
  });
  app.addHook('onClose', (_app, done) => {
    clearTimeout(timer);
    done();
  });
}
