import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop, VISIBLE_MS_MAX } from '../app.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** Reads Server-Sent Events until a batch of this many items came. */
async function follow(url: string, count: number, ready: () => Promise<void>): Promise<unknown[]> {
  const stop = AbortSignal.timeout(VISIBLE_MS_MAX);
  const response = await fetch(url, { signal: stop });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const items: unknown[] = [];
  let text = '';
  let isReady = false;
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    if (!isReady) await ready();
    isReady = true;
    text += piece;
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const data = message.split('\n').find((line) => line.startsWith('data: '));
      if (data) items.push(...(JSON.parse(data.slice(6)) as { items: unknown[] }).items);
    }
    if (items.length >= count) break;
  }
  return items;
}

test('what happens can be watched live: what, where and to whom, but not what was said', async () => {
  const url = `${shop.url}/api/live?topic=events`;
  const time = Date.parse('2026-05-03T10:00:00Z');
  const items = await follow(url, 2, () =>
    shop.send([
      { type: 'identify', time, identities: { user: 'sarah', email: 'sarah@example.com' } },
      { name: 'Product Viewed', time, identities: { user: 'sarah' }, properties: { product_id: 'p1' } },
    ]),
  );
  const { id } = await shop.person('user:sarah');
  const common = { place: expect.any(Number), person: id, channel: 'web', source: 'web', time };
  expect(items).toEqual([
    { ...common, name: 'Identified' },
    { ...common, name: 'Product Viewed' },
  ]);
});

test('there are only the topics that there are', async () => {
  expect(await shop.get('/api/live?topic=secrets')).toMatchObject({
    status: 400,
    body: { code: 'live.topic-unknown' },
  });
});
