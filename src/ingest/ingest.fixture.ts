import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FastifyInstance, fastify } from 'fastify';
import { type Channel, type Clock, decodeRecord, type LogEntry, Refusal } from '../core/index.ts';
import { openMemoryState, type State } from '../engine/state/index.ts';
import {
  type CollectedHeader,
  createCollector,
  createQuarantine,
  type DecodedEvent,
  decodeCollected,
  ingestRoutes,
  type Quarantine,
  type Reject,
  type Source,
  type SourceBook,
} from './index.ts';

/** A clock that tests move. */
export interface MovableClock extends Clock {
  time: number;
}

/** A collecting server with a log in memory. */
export interface Bench {
  readonly app: FastifyInstance;
  readonly clock: MovableClock;
  readonly state: State;
  readonly quarantine: Quarantine;
  /** The bytes that were appended, in order. */
  readonly log: Uint8Array[];
  /** What was handed on, in order. */
  readonly handedOff: { position: number; header: CollectedHeader; parsed: unknown }[];
  /** The next so many appends are refused with this. */
  refuse(times: number, refusal: Refusal): void;
  entries(): LogEntry[];
  /** Everything in the log, decoded from its bytes. */
  events(): DecodedEvent[];
  rejects(): Reject[];
  /** Resolves when the log holds at least so many events. */
  received(count: number): Promise<DecodedEvent[]>;
  /** `https://127.0.0.1:port` or `http://…` once it listens. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

const WAIT_MS = 20_000;

export function source(writeKey: string, more: Partial<Source> = {}): Source {
  return {
    id: `source-${writeKey}`,
    name: writeKey,
    channel: 'web' as Channel,
    writeKey,
    enabled: true,
    ...more,
  };
}

function bookOf(sources: readonly Source[]): SourceBook {
  return {
    byWriteKey: (key) => sources.find((one) => one.writeKey === key),
    byId: (id) => sources.find((one) => one.id === id),
    list: () => sources,
  };
}

export interface BenchOptions {
  readonly sources?: readonly Source[];
  readonly https?: boolean;
  readonly publicUrl?: string;
  readonly clock?: MovableClock;
}

/** Opens a bare Fastify with the routes of ingest, and an error handler that does the least of what the server's does. */
export async function openBench(options: BenchOptions = {}): Promise<Bench> {
  const sources = bookOf(options.sources ?? [source('wk')]);
  const clock: MovableClock = options.clock ?? { time: Date.UTC(2026, 4, 3, 12), now: () => clock.time };
  const log: Uint8Array[] = [];
  const handedOff: Bench['handedOff'] = [];
  const refusals: Refusal[] = [];
  const state = await openMemoryState();
  const deps = {
    sources,
    clock,
    state,
    async append(bytes: Uint8Array) {
      const refused = refusals.shift();
      if (refused) throw refused;
      log.push(bytes);
      return log.length - 1;
    },
    seed: 1,
    clientIp: 'truncated' as const,
    handOff: (position: number, header: CollectedHeader, _body: Uint8Array, parsed: unknown) =>
      void handedOff.push({ position, header, parsed }),
  };
  const quarantine = createQuarantine(deps);
  const app = options.https ? (fastify({ https: certificate() }) as unknown as FastifyInstance) : fastify();
  answerErrors(app);
  const sockets = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const { publicUrl } = options;
  await ingestRoutes(app, { sources, clock, publicUrl, collector: createCollector(deps), quarantine });
  const entries = () => log.map((bytes) => decodeRecord(bytes));
  const decoded = () => entries().map((entry, position) => decodeCollected(entry, position));
  const events = () => decoded().flatMap((one) => one.events);
  return {
    app,
    clock,
    state,
    quarantine,
    log,
    handedOff,
    entries,
    events,
    refuse: (times, refusal) => void refusals.push(...Array<Refusal>(times).fill(refusal)),
    rejects: () => decoded().flatMap((one) => one.rejects),
    async received(count) {
      await until(
        () => events().length >= count,
        () => `${events().length} of ${count} events came`,
      );
      return events();
    },
    async listen() {
      await app.listen({ host: '127.0.0.1', port: 0 });
      const { port } = app.server.address() as AddressInfo;
      return `${options.https ? 'https' : 'http'}://127.0.0.1:${port}`;
    },
    async close() {
      // Browsers keep connections on which they never asked anything; closing the server would wait for them.
      app.server.on('connection', (socket) => socket.destroy());
      for (const socket of sockets) socket.destroy();
      await app.close();
      await state.close();
    },
  };
}

/** Polls until something holds; fails with what it says after WAIT_MS. */
export async function until(holds: () => boolean | Promise<boolean>, say: () => string): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${say()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) => {
    const isRefusal = error instanceof Refusal;
    const status = isRefusal ? error.status : (error.statusCode ?? 500);
    if (isRefusal && error.retryAfterSeconds !== undefined)
      reply.header('retry-after', String(error.retryAfterSeconds));
    return reply
      .code(status)
      .type('application/problem+json')
      .serializer((problem: unknown) => JSON.stringify(problem))
      .send({ ...(isRefusal ? error.detail : {}), status, code: error.code, detail: error.message });
  });
}

/** A certificate of its own for every run: Segment's browser client takes nothing but https. */
export function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-certificate-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=localhost', '-days', '2', '-keyout', key, '-out', cert];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    execFileSync('openssl', ['req', '-x509', '-nodes', ...curve, ...subject], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
