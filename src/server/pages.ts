import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '../core/index.ts';

/** A file of the interface, plain and as the build packed it. */
interface PageFile {
  readonly type: string;
  readonly caching: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly br: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

/** The built interface: its files by path, read once. */
export interface Pages {
  file(path: string): PageFile | undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};
/** Names of assets hold a hash of their content. */
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';
/**
 * Scripts only from files of this server. Style attributes and tags are allowed, because the component library writes
 * them; they can be no scripts.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Reads the built interface of a folder; undefined when it is not built. */
export async function loadPages(folder: string): Promise<Pages | undefined> {
  if (!existsSync(join(folder, 'index.html'))) return undefined;
  const names = (await readdir(folder, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
  const bytes = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
  const files = new Map<string, PageFile>();
  for (const [name, plain] of bytes) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    files.set(`/${name}`, {
      type,
      caching: name.startsWith('assets/') ? FOREVER : ASK_EACH_TIME,
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      plain,
      br: bytes.get(`${name}.br`),
      gzip: bytes.get(`${name}.gz`),
    });
  }
  return { file: (path) => files.get(path) };
}

/** Serves the start page and the files that it loads. `/people/1` and the like are left to `isForPage`. */
export function pageRoutes(app: FastifyInstance, pages: Pages | undefined): void {
  const open = { schema: { hide: true }, config: { permission: 'open' } } as const;
  app.get('/', open, (request, reply) => sendPage(request, reply, pages));
  app.get('/icon.svg', open, (request, reply) => sendFile(request, reply, pages));
  app.get('/scheme.js', open, (request, reply) => sendFile(request, reply, pages));
  app.get('/assets/*', open, (request, reply) => sendFile(request, reply, pages));
}

/** Whether a request at whose path nothing is served comes from somebody who opens a page of the interface. */
export function isForPage(request: FastifyRequest): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const path = pathOf(request);
  return (
    isRead &&
    /\btext\/html\b/.test(request.headers.accept ?? '') &&
    !path.startsWith('/api/') &&
    !path.startsWith('/assets/')
  );
}

/** Sends the page from which the interface starts; it finds out by itself what to show at its address. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  pages: Pages | undefined,
): FastifyReply {
  const file = pages?.file('/index.html');
  if (!file)
    throw refusal('server.no-pages', 404, 'The interface is not built here; `npm run build` builds it.');
  return send(request, reply, file);
}

function sendFile(request: FastifyRequest, reply: FastifyReply, pages: Pages | undefined): FastifyReply {
  const file = pages?.file(pathOf(request));
  if (!file) throw refusal('server.no-file', 404, 'The interface has no such file.');
  return send(request, reply, file);
}

function send(request: FastifyRequest, reply: FastifyReply, file: PageFile): FastifyReply {
  reply
    .code(200)
    .header('content-security-policy', POLICY)
    .header('cross-origin-opener-policy', 'same-origin')
    .header('cache-control', file.caching)
    .header('etag', file.etag)
    .header('vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const [encoding, bytes] =
    file.br && /\bbr\b/.test(accepted)
      ? ['br', file.br]
      : file.gzip && /\bgzip\b/.test(accepted)
        ? ['gzip', file.gzip]
        : [undefined, file.plain];
  if (encoding) reply.header('content-encoding', encoding);
  return reply.type(file.type).send(bytes);
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}
