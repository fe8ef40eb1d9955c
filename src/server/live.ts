import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { refusal, type TypeBoxTypes } from '../core/index.ts';
import { createWaitlist, type LiveItem, type Waitlist } from './live-reader.ts';

/** What can be followed, and how much one stream may take; the limits have defaults. */
export interface LiveOptions {
  /** What can be followed, e.g. `events`. */
  readonly topics: readonly string[];
  readonly clientsMax?: number;
  /** Items that wait for one client; beyond it the oldest are dropped and counted. */
  readonly itemsMax?: number;
  /** A client gets a batch at most this often. */
  readonly batchMs?: number;
  readonly heartbeatMs?: number;
}

/** The live stream: what happens now, for people who watch. Nothing waits for it and nothing is kept for it. */
export interface Live {
  /** Shows an item (any JSON) to those who follow the topic. Costs next to nothing while nobody does. Never throws. */
  publish(topic: string, item: unknown): void;
  /** Tells whether anybody follows the topic, so that items need not be made for nobody. */
  isFollowed(topic: string): boolean;
  clients(): number;
  /** Adds `GET /api/live`. Refusals: `live.topic-unknown` (400), `live.full` (503). */
  routes(app: FastifyInstance): void;
  /** Ends all streams, and takes no new ones. */
  close(): void;
}

const CLIENTS_MAX = 50;
const ITEMS_MAX = 500;
const BATCH_MS = 300;
const HEARTBEAT_MS = 15_000;
/** A client that comes back after a broken line waits this long. */
const RETRY_MS = 3_000;
const FULL_RETRY_SECONDS = 10;

interface Client {
  readonly topics: ReadonlySet<string>;
  readonly waitlist: Waitlist;
  /** Writes unless the client is behind; then its waitlist goes on filling. */
  send(text: string): void;
  readonly isBehind: () => boolean;
  /** False when who follows may not any more: the session ended, the role changed, the token was revoked. */
  readonly mayStay: () => boolean;
  end(): void;
}

/** Makes a live stream without clients. */
export function createLive(options: LiveOptions): Live {
  const clients = new Set<Client>();
  const followers = new Map<string, Client[]>(options.topics.map((topic) => [topic, []]));
  const clientsMax = options.clientsMax ?? CLIENTS_MAX;
  let isClosed = false;
  let timers: NodeJS.Timeout[] = [];

  const startTimers = (): void => {
    if (timers.length > 0) return;
    const flush = () => {
      for (const client of clients) if (!client.isBehind()) client.send(client.waitlist.take());
    };
    const beat = () => {
      for (const client of clients) {
        if (!client.mayStay()) client.end();
        else if (!client.isBehind()) client.send(': still here\n\n');
      }
    };
    timers = [
      setInterval(flush, options.batchMs ?? BATCH_MS),
      setInterval(beat, options.heartbeatMs ?? HEARTBEAT_MS),
    ];
  };
  const stopTimers = (): void => {
    for (const timer of timers) clearInterval(timer);
    timers = [];
  };
  const leave = (client: Client): void => {
    clients.delete(client);
    for (const [topic, list] of followers)
      followers.set(
        topic,
        list.filter((each) => each !== client),
      );
    if (clients.size === 0) stopTimers();
  };
  const join = (topics: readonly string[], request: FastifyRequest, reply: FastifyReply): void => {
    if (isClosed || clients.size >= clientsMax) {
      throw refusal('live.full', 503, `The live stream has its ${clientsMax} clients; try again later.`, {
        retryAfterSeconds: FULL_RETRY_SECONDS,
      });
    }
    const client = openClient(topics, request, reply, options.itemsMax ?? ITEMS_MAX);
    clients.add(client);
    for (const topic of client.topics) followers.get(topic)?.push(client);
    reply.raw.once('close', () => leave(client));
    startTimers();
  };

  return {
    publish(topic, item) {
      if (clients.size === 0) return;
      const list = followers.get(topic);
      if (list === undefined || list.length === 0) return;
      const shared: LiveItem = { topic, item };
      for (const client of list) client.waitlist.add(shared);
    },
    isFollowed: (topic) => (followers.get(topic)?.length ?? 0) > 0,
    clients: () => clients.size,
    routes: (app) => addRoute(app, options.topics, join),
    close() {
      isClosed = true;
      for (const client of clients) client.end();
      stopTimers();
    },
  };
}

/** Turns the answer into a stream. Headers that hooks have set (security) go out with it. */
function openClient(
  topics: readonly string[],
  request: FastifyRequest,
  reply: FastifyReply,
  itemsMax: number,
): Client {
  const { raw } = reply;
  reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no');
  reply.hijack();
  raw.writeHead(200, reply.getHeaders() as Record<string, string>);
  raw.write(`retry: ${RETRY_MS}\n\n`);
  return {
    topics: new Set(topics),
    waitlist: createWaitlist(itemsMax),
    send(text) {
      if (text !== '') raw.write(text);
    },
    isBehind: () => raw.writableNeedDrain,
    mayStay: () => request.mayStay?.() ?? true,
    end: () => raw.end(),
  };
}

function addRoute(
  app: FastifyInstance,
  topics: readonly string[],
  join: (topics: readonly string[], request: FastifyRequest, reply: FastifyReply) => void,
): void {
  const querystring = Type.Object({
    topic: Type.Array(Type.String(), {
      minItems: 1,
      maxItems: topics.length,
      description: `Repeat to follow several: ${topics.join(', ')}`,
    }),
  });
  const schema = {
    operationId: 'followLive',
    summary: 'What happens now, as Server-Sent Events',
    description:
      'Each `batch` event is `{ topic, droppedCount, items }`: what happened since the last one, without the oldest that did not fit.',
    tags: ['operation'],
    produces: ['text/event-stream'],
    querystring,
  };
  app
    .withTypeProvider<TypeBoxTypes>()
    .get(
      '/api/live',
      { config: { permission: 'live.read' }, schema, exposeHeadRoute: false },
      (request, reply) => {
        const unknown = request.query.topic.find((topic) => !topics.includes(topic));
        if (unknown !== undefined) {
          throw refusal(
            'live.topic-unknown',
            400,
            `There is no such topic; there are ${topics.join(', ')}.`,
            {
              detail: { topics },
            },
          );
        }
        join(request.query.topic, request as unknown as FastifyRequest, reply);
      },
    );
}
