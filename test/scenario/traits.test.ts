import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop, VISIBLE_MS_MAX } from '../app.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('traits that people define', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  /** Waits until it is as it should be. */
  async function until<T>(path: string, isDone: (body: T) => boolean): Promise<T> {
    const end = Date.now() + VISIBLE_MS_MAX;
    for (;;) {
      const { body } = await shop.get<T>(path);
      if (isDone(body)) return body;
      if (Date.now() > end) throw new Error(`not done: ${JSON.stringify(body)}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
  const traitInForce = (id: string, version = 1) =>
    until<{ versionInForce: number | null }>(`/api/traits/${id}`, (body) => body.versionInForce === version);
  const audienceInForce = (id: string) =>
    until<{ size: number; evaluated: string; progress?: object }>(
      `/api/audiences/${id}`,
      (body) => body.evaluated === 'live' && !body.progress,
    );
  const order = (who: string, id: string, revenue: number, time: number, coupon?: string) => ({
    id: `order-${id}`,
    name: 'Order Completed',
    identities: { user: who },
    time: new Date(time).toISOString(),
    properties: { order_id: id, revenue, ...(coupon === undefined ? {} : { coupon }) },
  });
  const spent = {
    did: { event: 'Order Completed' },
    in: { last: '30d' },
    measure: 'sum',
    of: { property: 'revenue' },
  };

  it('have their value at once for what happened before, and say when it changes by itself', async () => {
    const now = Date.now();
    await shop.send([
      order('ann', '1', 20, now - 29 * DAY, 'A'),
      order('ann', '2', 30.5, now - HOUR, 'B'),
      order('ann', '3', 100, now - 40 * DAY, 'C'),
      order('bea', '4', 5, now - HOUR),
    ]);
    expect((await shop.put('/api/traits/spent-30d', { name: 'Spent in 30 days', ...spent })).status).toBe(
      200,
    );
    await shop.put('/api/traits/coupons', {
      name: 'Last coupons',
      did: { event: 'Order Completed' },
      measure: 'newest',
      of: { property: 'coupon' },
      size: 2,
    });
    await traitInForce('spent-30d');
    await traitInForce('coupons');
    const { traits } = await shop.person('user:ann');
    expect(traits).toMatchObject({
      coupons: { name: 'Last coupons', value: ['B', 'A'] },
      'spent-30d': { name: 'Spent in 30 days', value: 50.5, changesAt: now + DAY },
    });
    expect(traits!['spent-30d']!.asOf).toBeGreaterThanOrEqual(now);
    expect((await shop.person('user:bea')).traits).toMatchObject({
      coupons: { value: [] },
      'spent-30d': { value: 5 },
    });
  });

  it('are parts of conditions, live, in estimates and in explanations, and share what is remembered', async () => {
    const condition = { trait: 'spent-30d', number: { atLeast: 50 } };
    expect((await shop.put('/api/audiences/spenders', { name: 'Spenders', condition })).status).toBe(200);
    expect(await audienceInForce('spenders')).toMatchObject({ size: 1 });
    // Nothing had to be read of the past again.
    const { qualifier, book } = shop.app.partition;
    expect(qualifier.current.traits.size).toBe(2);
    expect(book.fills.size).toBe(0);
    const { body } = await shop.post<{ people: number }>('/api/audiences/estimate', { condition });
    expect(body.people).toBe(1);
    await shop.send([order('bea', '5', 45, Date.now())]);
    const bea = await shop.person('user:bea');
    expect(bea.audiences).toMatchObject({ spenders: { how: 'live' } });
    const why = await shop.get<object>(`/api/audiences/spenders/people/${bea.id}`);
    expect(why.body).toMatchObject({
      isMember: true,
      explanation: { head: 'trait', isMet: true, found: { kind: 'value', value: 50 } },
    });
  });

  it('move people when they are defined anew', async () => {
    await shop.put('/api/traits/spent-30d', {
      name: 'Spent in 60 days',
      ...spent,
      in: { last: '60d' },
    });
    await traitInForce('spent-30d', 2);
    expect((await shop.person('user:ann')).traits).toMatchObject({ 'spent-30d': { value: 150.5 } });
    await shop.put('/api/audiences/spenders', {
      name: 'Spenders',
      condition: { trait: 'spent-30d', number: { above: 100 } },
    });
    await until<{ size: number }>('/api/audiences/spenders', ({ size }) => size === 1);
  });

  it('go on after a restart, and let people go at the exact moment', async () => {
    await shop.restart();
    expect((await shop.person('user:ann')).traits).toMatchObject({ 'spent-30d': { value: 150.5 } });
    shop.clock.offsetMs += 21 * DAY;
    await shop.send([{ id: 'tick', name: 'Seen', identities: { user: 'cleo' } }]);
    expect((await shop.person('user:ann')).traits).toMatchObject({ 'spent-30d': { value: 50.5 } });
    expect((await shop.person('user:ann')).audiences).toEqual({});
  });

  it('are refused where they make no sense, and are kept while somebody builds on them', async () => {
    const bad = await shop.put<object>('/api/traits/bad', {
      name: 'Bad',
      did: { event: 'x' },
      measure: 'sum',
    });
    expect(bad).toMatchObject({ status: 422, body: { code: 'trait.invalid' } });
    const unknown = await shop.put<object>('/api/audiences/bad', {
      name: 'Bad',
      condition: { trait: 'nothing', number: { is: 1 } },
    });
    expect(unknown).toMatchObject({
      status: 422,
      body: { code: 'definition.not-valid', findings: [{ pointer: '/condition/trait' }, {}] },
    });
    const wrong = await shop.put<object>('/api/audiences/bad', {
      name: 'Bad',
      condition: { trait: 'spent-30d', text: { is: 'much' } },
    });
    expect(wrong).toMatchObject({ status: 422 });
    const path = '/api/definitions/trait/spent-30d/archive';
    const headers = { 'content-type': 'application/json', 'if-match': '*' };
    const archive = (body: object) =>
      fetch(`${shop.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect((await archive({})).status).toBe(409);
    expect((await archive({ force: true })).status).toBe(200);
    const { body } = await shop.get<{ state: string; notBecause: string }>('/api/audiences/spenders');
    expect(body).toMatchObject({ state: 'paused' });
    expect((await shop.person('user:ann')).traits).not.toHaveProperty('spent-30d');
  });
});
