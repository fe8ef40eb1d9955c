import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createLogger } from './logger.ts';
import { createServer, type ServerOptions } from './server.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The text read as JSON; undefined when it is not. */
  readonly json: unknown;
}

export interface Request {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface RunningServer {
  readonly app: FastifyInstance;
  readonly port: number;
  /** Lines of the log so far. */
  readonly log: Record<string, unknown>[];
  /** Asks over a real connection of its own. */
  ask(path: string, request?: Request): Promise<Answer>;
}

/** Starts a real server on a free port of this machine; the caller closes `app`. */
export async function startServer(
  options: Partial<ServerOptions> = {},
  addRoutes: (app: FastifyInstance) => void = () => {},
): Promise<RunningServer> {
  const log: Record<string, unknown>[] = [];
  const logger = createLogger('debug', { write: (line) => log.push(JSON.parse(line)) });
  const app = createServer({ host: '127.0.0.1', logger, checkAnswers: true, ...options });
  addRoutes(app);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return { app, port, log, ask: (path, request) => ask(port, path, request) };
}

/** Asks a server of this machine. Unlike `fetch`, it can send any Host header. */
function ask(port: number, path: string, request: Request = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = request;
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: tryJson(text) });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Waits until a condition holds; fails after a deadline. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  deadlineMs = 5_000,
): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`${what}: not within ${deadlineMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
