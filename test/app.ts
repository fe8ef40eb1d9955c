import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import type { Channel } from '../src/core/index.ts';
import type { ProfileView, TimelineEvent } from '../src/profile/index.ts';
import { createLogger } from '../src/server/index.ts';

/** An answer of the API: its status and its JSON (or text). */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** An event as the native API takes it. */
export interface NativeEvent {
  readonly id?: string;
  readonly type?: string;
  readonly name?: string;
  readonly time?: string | number;
  readonly identities: Readonly<Record<string, string>>;
  readonly properties?: object;
  readonly context?: object;
}

/** A whole Rapport in this process, with its real engines in a folder of its own, and its API over HTTP. */
export interface Shop {
  /** The program as it runs now; another one after `restart`. */
  readonly app: App;
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** Write key of the source `web` that a new workspace has. */
  readonly writeKey: string;
  /** Moves the clock that the program reads. */
  readonly clock: { offsetMs: number };
  get<T = unknown>(path: string): Promise<Answer<T>>;
  post<T = unknown>(path: string, body: object, writeKey?: string): Promise<Answer<T>>;
  put<T = unknown>(path: string, body: object): Promise<Answer<T>>;
  /** Adds a source and gives its write key. */
  addSource(id: string, channel: Channel, country?: string): Promise<string>;
  /** Sends events by the native API and waits until they are folded and in the warehouse; fails when one is refused. */
  send(events: readonly NativeEvent[], writeKey?: string): Promise<void>;
  /** Resolves when everything in the log is folded, stored and in the warehouse. */
  settled(): Promise<void>;
  /** The person who has an identity; fails when there is none. */
  person(identity: string): Promise<ProfileView>;
  timeline(person: number): Promise<TimelineEvent[]>;
  /** Stops the program and starts it again on what it left on the disk, at the same address; in between it is away. */
  restart(whileAway?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Longest wait for something to become visible. */
export const VISIBLE_MS_MAX = 15_000;

/**
 * Starts a new Rapport that nobody else uses; `close` it and nothing is left.
 * @param env settings of its own, `RAPPORT_…`
 * @param startsAt what its clock shows first (ms); the time of the log never goes back, so a past moment is set here
 */
export async function openShop(startsAt?: number, env: Readonly<Record<string, string>> = {}): Promise<Shop> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-shop-'));
  const clock = { offsetMs: startsAt === undefined ? 0 : startsAt - Date.now() };
  let life = await start(folder, clock, env);
  const call = async <T>(method: string, path: string, body?: object, key?: string): Promise<Answer<T>> => {
    const response = await fetch(`${life.url}${path}`, {
      method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(key ? { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T };
  };
  const must = async <T>(answer: Promise<Answer<T>>): Promise<T> => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };
  const shop: Shop = {
    get app() {
      return life.app;
    },
    get url() {
      return life.url;
    },
    get writeKey() {
      return life.app.sources.byId('web')!.writeKey;
    },
    clock,
    get: (path) => call('GET', path),
    post: (path, body, writeKey) => call('POST', path, body, writeKey),
    put: (path, body) => call('PUT', path, body),
    async addSource(id, channel, country) {
      const source = { id, name: id, channel, ...(country ? { country } : {}) };
      return (await must(call<{ writeKey: string }>('POST', '/api/sources', source))).writeKey;
    },
    async send(events, writeKey = shop.writeKey) {
      const { rejected } = await must(
        call<{ rejected: unknown[] }>('POST', '/api/events', { events }, writeKey),
      );
      if (rejected.length > 0) throw new Error(`refused: ${JSON.stringify(rejected)}`);
      await shop.settled();
    },
    async settled() {
      const { log, partition, sink } = life.app;
      await partition.folded(log.bounds(0).next - 1);
      await partition.flush();
      await sink.drained(VISIBLE_MS_MAX);
    },
    person: (identity) =>
      must(call<ProfileView>('GET', `/api/people?identity=${encodeURIComponent(identity)}`)),
    timeline: async (person) =>
      (await must(call<{ events: TimelineEvent[] }>('GET', `/api/people/${person}/timeline`))).events,
    async restart(whileAway = async () => undefined) {
      const port = Number(new URL(life.url).port);
      await life.app.close();
      await whileAway();
      life = await start(folder, clock, env, port);
    },
    async close() {
      await life.app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return shop;
}

async function start(
  data: string,
  clock: { offsetMs: number },
  env: Readonly<Record<string, string>>,
  port = 0,
): Promise<{ app: App; url: string }> {
  const app = await createApp({
    config: readConfig({ RAPPORT_DATA: data, RAPPORT_PORT: '0', RAPPORT_STOP_TIME: '1s', ...env }),
    clock: { now: () => Date.now() + clock.offsetMs },
    logger: createLogger('silent'),
    newWriteKey: () => randomBytes(18).toString('base64url'),
    newId: () => randomUUID().replaceAll('-', ''),
    version: 'test',
  });
  const url = await app.server.listen({ host: '127.0.0.1', port });
  return { app, url };
}
