import { get, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createGate } from '../access/index.ts';
import { type RunningServer, startServer, until } from './http.fixture.ts';
import { createLive, type LiveOptions } from './live.ts';
import { createWaitlist } from './live-reader.ts';
import { createMetrics } from './metrics.ts';

interface Reader {
  text: string;
  isEnded: boolean;
  readonly response: IncomingMessage;
}

let server: RunningServer | undefined;
afterEach(async () => {
  await server?.app.close();
  server = undefined;
});

async function start(options: Partial<LiveOptions> = {}, more: Parameters<typeof startServer>[0] = {}) {
  const live = createLive({ topics: ['events', 'people'], batchMs: 10, ...options });
  const running = await startServer({ live, metrics: createMetrics({ process: false }), ...more });
  server = running;
  return { live, server: { ...running, metrics: async () => (await running.ask('/metrics')).text } };
}

function follow(port: number, query: string): Promise<Reader> {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path: `/api/live?${query}`, agent: false }, (response) => {
      const reader = { text: '', isEnded: false, response };
      response.on('data', (chunk) => {
        reader.text += chunk;
      });
      response.on('close', () => {
        reader.isEnded = true;
      });
      resolve(reader);
    });
    request.on('error', reject);
  });
}

const batches = (text: string) =>
  [...text.matchAll(/^data: (.*)$/gm)].map((match) => JSON.parse(match[1] ?? ''));

describe('the live stream', () => {
  it('ends when who follows it may not any more', async () => {
    let isClaimed = false;
    const gate = createGate({ host: '127.0.0.1', isClaimed: () => isClaimed });
    const { server } = await start({ heartbeatMs: 5 }, { gate });
    const reader = await follow(server.port, 'topic=events');
    await until(() => reader.text.includes(': still here'), 'a heartbeat');
    isClaimed = true;
    await until(() => reader.isEnded, 'the end of the stream');
  });

  it('shows what is published on the topics that a client follows, in batches', async () => {
    const { live, server } = await start();
    const one = await follow(server.port, 'topic=events');
    const both = await follow(server.port, 'topic=events&topic=people');
    expect(one.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    await until(() => live.clients() === 2, 'two clients');
    live.publish('events', { name: 'Order Completed' });
    live.publish('events', { name: 'Page Viewed' });
    live.publish('people', 7);
    await until(() => batches(both.text).length === 2, 'two batches');
    const events = {
      topic: 'events',
      droppedCount: 0,
      items: [{ name: 'Order Completed' }, { name: 'Page Viewed' }],
    };
    expect(batches(both.text)).toEqual([events, { topic: 'people', droppedCount: 0, items: [7] }]);
    await until(() => one.text.includes('data'), 'the batch of the other client');
    expect(batches(one.text)).toEqual([events]);
  });

  it('knows who follows what, and forgets clients that went away', async () => {
    const { live, server } = await start();
    const reader = await follow(server.port, 'topic=events');
    await until(() => live.isFollowed('events'), 'a follower');
    expect(live.isFollowed('people')).toBe(false);
    reader.response.destroy();
    await until(() => live.clients() === 0, 'no client');
    await until(
      async () => (await server.metrics()).includes('rapport_http_requests_running 1'),
      'only the scrape is running',
    );
    expect(await server.metrics()).toContain(
      'rapport_http_requests_total{method="GET",status="200",route="/api/live"} 1',
    );
    expect(live.isFollowed('events')).toBe(false);
  });

  it('beats while nothing happens', async () => {
    const { server } = await start({ heartbeatMs: 5 });
    const reader = await follow(server.port, 'topic=events');
    await until(() => reader.text.includes(': still here\n\n'), 'a heartbeat');
  });

  it('takes a bounded number of clients and only known topics', async () => {
    const { server } = await start({ clientsMax: 1 });
    await follow(server.port, 'topic=events');
    const full = await server.ask('/api/live?topic=events');
    expect([full.status, full.headers['retry-after'], (full.json as { code: string }).code]).toEqual([
      503,
      '10',
      'live.full',
    ]);
    expect((await server.ask('/api/live?topic=secrets')).json).toMatchObject({
      code: 'live.topic-unknown',
      topics: ['events', 'people'],
    });
    expect((await server.ask('/api/live')).status).toBe(400);
  });

  it('ends when the server stops', async () => {
    const { server } = await start();
    const reader = await follow(server.port, 'topic=events');
    await server.app.close();
    await until(() => reader.isEnded, 'the end');
  });

  it('keeps only the newest for a client that does not read, and tells how many are gone', async () => {
    const { live, server } = await start({ itemsMax: 10 });
    const slow = await follow(server.port, 'topic=events');
    slow.response.pause();
    const large = 'x'.repeat(100_000);
    // Fills the buffers of both sockets (a few megabytes), then the list of ten.
    let count = 0;
    await until(
      () => {
        for (let i = 0; i < 20; i++) live.publish('events', { n: ++count, large });
        return count >= 2_000;
      },
      'much was published',
      20_000,
    );
    slow.response.resume();
    await until(
      () => batches(slow.text.replace(/\n[^\n]*$/, '\n')).some(({ items }) => items.at(-1)?.n === count),
      'the newest item',
      20_000,
    );
    const got = batches(slow.text);
    const shown = got.reduce((sum, { items }) => sum + items.length, 0);
    const dropped = got.reduce((sum, { droppedCount }) => sum + droppedCount, 0);
    expect(shown + dropped).toBe(count);
    expect(dropped).toBeGreaterThan(0);
  });
});

describe('the list of what waits for a reader', () => {
  it('drops the oldest first and tells each topic its loss, once', () => {
    const list = createWaitlist(2);
    for (const [topic, item] of [
      ['a', 1],
      ['b', 2],
      ['b', 3],
      ['b', 4],
    ] as const)
      list.add({ topic, item });
    expect(batches(list.take())).toEqual([
      { topic: 'b', droppedCount: 1, items: [3, 4] },
      { topic: 'a', droppedCount: 1, items: [] },
    ]);
    list.add({ topic: 'b', item: 5 });
    expect(batches(list.take())).toEqual([{ topic: 'b', droppedCount: 0, items: [5] }]);
    expect(list.take()).toBe('');
  });

  it('counts what cannot be written as JSON as dropped', () => {
    const list = createWaitlist(10);
    for (const item of [1, 2n, undefined]) list.add({ topic: 'a', item });
    expect(batches(list.take())).toEqual([{ topic: 'a', droppedCount: 2, items: [1] }]);
  });
});
