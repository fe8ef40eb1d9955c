import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop, VISIBLE_MS_MAX } from '../app.ts';

interface Audience {
  readonly size: number;
  readonly evaluated: string;
  readonly progress?: object;
}

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** The audience once everybody who belongs to it is in it. */
async function complete(id: string): Promise<Audience> {
  const until = Date.now() + VISIBLE_MS_MAX;
  for (;;) {
    const { body } = await shop.get<Audience>(`/api/audiences/${encodeURIComponent(id)}`);
    if (body.evaluated !== 'not' && !body.progress) return body;
    if (Date.now() > until) throw new Error(`not complete: ${JSON.stringify(body)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const bought = (who: string, revenue: number) => ({
  name: 'Order Completed',
  identities: { email: `${who}@example.com` },
  properties: { order_id: who, revenue },
});

test('an audience is a condition with a name, and has its past', async () => {
  await shop.send([bought('sarah', 80), bought('ben', 20)]);
  await shop.put('/api/audiences/buyers', {
    name: 'Buyers this month',
    condition: { did: { event: 'Order Completed' }, in: { last: '30d' } },
    split: {
      parts: [
        { id: 'a', name: 'With a letter', share: 0.5 },
        { id: 'b', name: 'Without', share: 0.5 },
      ],
    },
  });
  expect(await complete('buyers')).toMatchObject({ size: 2, evaluated: 'live' });
});

test('whoever belongs to it is in it at once, and in one of its parts for ever', async () => {
  await shop.send([bought('eva', 300)]);
  const { audiences } = await shop.person('email:eva@example.com');
  expect(audiences.buyers).toMatchObject({ how: 'live' });
  const parts = Object.keys(audiences).filter((id) => id.startsWith('buyers/'));
  expect(parts).toHaveLength(1);
});

test('people of a file are a list; who is not known yet is waited for', async () => {
  await shop.put('/api/audiences/guests', { name: 'Guests', list: true });
  await complete('guests');
  const file = 'name,email\nEva,Eva@example.com\nZoe,zoe@example.com\n';
  const response = await fetch(`${shop.url}/api/audiences/guests/uploads`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: file,
  });
  expect(await response.json()).toMatchObject({ rows: 2, matched: 1, unknown: 1, invalid: 0 });
});

test('audiences are made of others, and what they would come to is asked before', async () => {
  await shop.settled();
  const set = { from: 'buyers', exclude: ['guests'] };
  const { body } = await shop.post('/api/audiences/estimate', { set });
  expect(body).toMatchObject({ people: 2, isExact: true });
  await shop.put('/api/audiences/strangers', { name: 'Buyers who are no guests', set });
  expect(await complete('strangers')).toMatchObject({ size: 2 });
});

test('what others build on is not taken away by mistake', async () => {
  const response = await fetch(`${shop.url}/api/audiences/guests`, { method: 'DELETE' });
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({
    code: 'definition.in-use',
    breaks: [{ key: 'audience/strangers' }],
  });
});
