import { createReadStream, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { BLOCK_NAME, BLOCK_PARAMETER } from './block-file.ts';
import type { Engine, Settings } from './child-engine.ts';
import { splitStatements, withoutComments } from './statement.ts';

/** A block of 50,000 wide rows is about 80 MB. */
const BODY_BYTES_MAX = 512 * 1024 * 1024;
/** Bound values travel in the URL: long lists of fragments need room (a server allows 1 MB as well). */
const URL_BYTES_MAX = 1024 * 1024;
const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Parameters of the protocol itself; every other one is a setting, or a bound value when it starts with `param_`. */
const PROTOCOL_PARAMETERS = new Set([
  ...['query', 'query_id', 'database', 'default_format', 'session_id', 'session_timeout', 'session_check'],
  ...['role', 'user', 'password', 'quota_key', 'compress', 'decompress', 'wait_end_of_query', 'buffer_size'],
  BLOCK_PARAMETER,
]);
/** Statements that answer with rows. The others are run for what they do. */
const ANSWERS = /^(select|with|show|describe|desc|explain|exists|check)\b|^\(/i;
const FORMAT_TAIL = /\bformat\s+([A-Za-z0-9]+)\s*$/i;

/** HTTP statuses that ClickHouse gives for its error codes; the others are 500. */
const STATUS_OF_CODE: Readonly<Record<number, number>> = {
  27: 400,
  36: 400,
  41: 400,
  46: 404,
  47: 404,
  53: 400,
  60: 404,
  62: 400,
  81: 404,
  115: 404,
  159: 408,
  164: 403,
  202: 503,
  394: 500,
  456: 400,
};

/** Speaks as much of the ClickHouse HTTP protocol as `@clickhouse/client` uses, on top of the embedded engine. */
export function createProtocolServer(engine: Engine, version: string): Server {
  const server = createServer({ maxHeaderSize: URL_BYTES_MAX + 16_384 }, (request, response) => {
    response.setHeader('X-ClickHouse-Server-Display-Name', `embedded ${version}`);
    response.setHeader('X-ClickHouse-Timezone', 'UTC');
    answer(engine, request, response).catch((error: unknown) => fail(response, error));
  });
  // The only client is our own process on a private socket: it alone decides when a connection ends.
  server.keepAliveTimeout = 0;
  server.headersTimeout = 0;
  server.requestTimeout = 0;
  return server;
}

async function answer(engine: Engine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://warehouse');
  if (url.pathname === '/ping') {
    response.setHeader('Content-Type', 'text/plain').end('Ok.\n');
    return;
  }
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  response.setHeader('X-ClickHouse-Query-Id', url.searchParams.get('query_id') ?? '');
  const settings = settingsOf(url.searchParams);
  const body = await readBody(request);
  const given = url.searchParams.get('query');
  const insert = async (statement: string, rows: Buffer): Promise<void> => {
    const result = await engine.insert(statement.trim(), rows, settings, gone.signal);
    summary(response, { written_rows: result.rowsWritten, written_bytes: result.bytesWritten });
    response.end();
  };
  if (given !== null && /^insert\b/i.test(given.trimStart()) && body.length > 0) return insert(given, body);
  const sql = `${given ?? ''}\n${body.toString('utf8')}`;
  const block = url.searchParams.get(BLOCK_PARAMETER);
  if (block !== null) return insert(sql, await rowsOf(engine, block));
  const format = url.searchParams.get('default_format') ?? 'TabSeparated';
  await answerStatement(engine, sql, format, settings, response, gone.signal);
}

async function answerStatement(
  engine: Engine,
  sql: string,
  defaultFormat: string,
  settings: Settings,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  const statements = splitStatements(sql);
  const [statement] = statements;
  if (statements.length !== 1 || statement === undefined) {
    throw new Error('Code: 62. DB::Exception: A request holds one statement. (SYNTAX_ERROR)');
  }
  if (!ANSWERS.test(withoutComments(statement))) {
    await engine.run(statement, '', settings, signal);
    response.end();
    return;
  }
  const format = FORMAT_TAIL.exec(statement)?.[1] ?? defaultFormat;
  if (!PLAIN_NAME.test(format)) throw new Error('Code: 73. DB::Exception: Unknown format. (UNKNOWN_FORMAT)');
  const result = await engine.run(statement.replace(FORMAT_TAIL, ''), format, settings, signal);
  try {
    response.setHeader('X-ClickHouse-Format', format);
    response.setHeader(
      'Content-Type',
      format.includes('JSON') ? 'application/json' : 'text/plain; charset=UTF-8',
    );
    response.setHeader('Content-Length', result.size);
    await pipeline(createReadStream(result.path, { highWaterMark: 262_144 }), response);
  } finally {
    rmSync(result.path, { force: true });
  }
}

async function rowsOf(engine: Engine, block: string): Promise<Buffer> {
  if (!BLOCK_NAME.test(block)) throw new Error('Code: 36. DB::Exception: Not a block. (BAD_ARGUMENTS)');
  return engine.block(block);
}

function settingsOf(parameters: URLSearchParams): Settings {
  const settings: Record<string, string> = {};
  for (const [name, value] of parameters) {
    if (PROTOCOL_PARAMETERS.has(name)) continue;
    if (!PLAIN_NAME.test(name)) throw new Error('Code: 115. DB::Exception: Not a name. (UNKNOWN_SETTING)');
    settings[name] = value;
  }
  return settings;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const source = request.headers['content-encoding'] === 'gzip' ? request.pipe(createGunzip()) : request;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY_BYTES_MAX)
      throw new Error('Code: 307. DB::Exception: The body is too large. (TOO_MANY_BYTES)');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}

function summary(response: ServerResponse, counts: Record<string, number>): void {
  const text = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
  response.setHeader('X-ClickHouse-Summary', JSON.stringify(text));
}

function fail(response: ServerResponse, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const code = Number(/Code: (\d+)/.exec(message)?.[1] ?? 1001);
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  response.statusCode = STATUS_OF_CODE[code] ?? 500;
  response.setHeader('X-ClickHouse-Exception-Code', String(code));
  response.setHeader('Content-Type', 'text/plain; charset=UTF-8');
  response.removeHeader('Content-Length');
  response.end(`${message}\n`);
}
