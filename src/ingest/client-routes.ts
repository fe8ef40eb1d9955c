import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { type Clock, refusal } from '../core/index.ts';
import { type ClientFile, type ClientFiles, loadClientFiles } from './client-files.ts';
import { type Origin, rudderSourceConfig, segmentSettings } from './client-settings.ts';
import { answerCrossOrigin, answerPreflight } from './cors.ts';
import { keyOfRequest } from './credentials.ts';
import type { Source, SourceBook } from './source.ts';

/** What browsers and proxies may keep: the client and its settings for minutes, chunks (named by their hash) for ever. */
const SETTINGS_CACHE = 'public, max-age=120';
const CLIENT_CACHE = 'public, max-age=300';
const BUNDLE_CACHE = 'public, max-age=31536000, immutable';

/** What the routes of browser clients work with. */
export interface ClientDeps {
  readonly sources: SourceBook;
  readonly clock: Clock;
  /** Where clients reach us, when that is not what their requests say (`https://events.shop.example`). */
  readonly publicUrl?: string | undefined;
}

const KeyParams = Type.Object({ writeKey: Type.String() });
const BundleParams = Type.Object({ '*': Type.String() });
const Open = Type.Object({}, { additionalProperties: true });
const Script = { description: 'JavaScript', content: { 'text/javascript': { schema: Type.String() } } };

/** The routes that browser clients load themselves and their settings from, in place of their vendors' hosts. */
export async function clientRoutes(app: FastifyInstance, deps: ClientDeps): Promise<void> {
  const files = await loadClientFiles();
  await app.register(async (scope) => {
    answerCrossOrigin(scope);
    settingsRoutes(scope, deps);
    fileRoutes(scope, deps, files);
  });
}

function settingsRoutes(scope: FastifyInstance, deps: ClientDeps): void {
  const open = { config: { permission: 'open' } } as const;
  const hidden = { schema: { hide: true }, ...open };
  const settings = {
    operationId: 'readClientSettings',
    summary: 'Settings of the browser client of a source',
    tags: ['collect'],
    params: KeyParams,
    response: { 200: Open },
  };
  scope.get('/v1/projects/:writeKey/settings', { schema: settings, ...open }, async (request, reply) => {
    const source = sourceForClient(deps.sources, (request.params as Static<typeof KeyParams>).writeKey);
    reply.header('cache-control', SETTINGS_CACHE);
    return segmentSettings(source, originOf(request, deps.publicUrl));
  });
  scope.options('/v1/projects/:writeKey/settings', hidden, answerPreflight);
  for (const path of ['/sourceConfig', '/sourceConfig/']) {
    scope.get(path, hidden, async (request) => {
      const given = (request.query as { writeKey?: unknown }).writeKey;
      const key = typeof given === 'string' ? given : keyOfRequest(request.headers.authorization, undefined);
      const source = sourceForClient(deps.sources, key ?? '');
      return rudderSourceConfig(source, new Date(deps.clock.now()).toISOString());
    });
    scope.options(path, hidden, answerPreflight);
  }
}

function fileRoutes(scope: FastifyInstance, deps: ClientDeps, files: ClientFiles | undefined): void {
  const open = { config: { permission: 'open' } } as const;
  const client = {
    operationId: 'readClient',
    summary: 'The browser client of a source, for the standard snippet',
    tags: ['collect'],
    params: KeyParams,
    response: { 200: Script },
  };
  scope.get(
    '/analytics.js/v1/:writeKey/analytics.min.js',
    { schema: client, ...open },
    async (request, reply) => {
      const source = sourceForClient(deps.sources, (request.params as Static<typeof KeyParams>).writeKey);
      return sendFile(request, reply, await installed(files).withKey(source.writeKey), CLIENT_CACHE);
    },
  );
  const bundle = { schema: { hide: true }, ...open };
  scope.get('/analytics-next/bundles/*', bundle, async (request, reply) => {
    const file = installed(files).bundle((request.params as Static<typeof BundleParams>)['*']);
    if (!file) throw refusal('client.unknown-file', 404, 'The browser client has no such file.');
    return sendFile(request, reply, file, BUNDLE_CACHE);
  });
}

/** Clients of a source that is switched off get nothing; 404, for the key is part of what is asked for. */
function sourceForClient(book: SourceBook, key: string): Source {
  const source = book.byWriteKey(key);
  if (!source?.enabled)
    throw refusal('source.unknown-key', 404, 'No source that is switched on has this write key.');
  return source;
}

function installed(files: ClientFiles | undefined): ClientFiles {
  if (files) return files;
  throw refusal(
    'client.not-installed',
    404,
    'The package @segment/analytics-next is not installed beside this server.',
  );
}

function originOf(request: FastifyRequest, publicUrl: string | undefined): Origin {
  if (publicUrl === undefined) return { protocol: request.protocol, host: request.host };
  const url = new URL(publicUrl);
  return { protocol: url.protocol.slice(0, -1), host: url.host + url.pathname.replace(/\/$/, '') };
}

function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: ClientFile,
  caching: string,
): FastifyReply {
  reply.header('cache-control', caching).header('etag', file.etag).header('vary', 'Origin, Accept-Encoding');
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  const isPacked =
    file.gzip !== undefined && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (isPacked) reply.header('content-encoding', 'gzip');
  // Bytes pass the serializer of the response schema untouched.
  return reply.type('text/javascript; charset=utf-8').send(isPacked ? file.gzip : file.plain);
}
