import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TimelineEvent } from '../src/profile/index.ts';
import { openShop, type Shop } from './app.ts';

const DAY_MS = 86_400_000;

let shop: Shop;
let sarah: number;
beforeAll(async () => {
  shop = await openShop();
  await shop.send([
    {
      type: 'identify',
      identities: { user: 'u1', email: 'sarah.keller@example.com', phone: '0171 3920042' },
      properties: { firstName: 'Sárah', lastName: 'Keller' },
    },
    {
      type: 'identify',
      identities: { user: 'u2', email: 'jo@example.com' },
      properties: { name: 'Jo Kellerman' },
    },
    {
      type: 'identify',
      identities: { user: 'u3' },
      properties: { first_name: 'Ann', last_name: 'Sarahson' },
    },
  ]);
  ({ id: sarah } = await shop.person('user:u1'));
});
afterAll(() => shop.close());

interface Result {
  readonly name: string | null;
  readonly match: { readonly kind: string; readonly value: string };
}

const search = async (text: string): Promise<string[]> => {
  const { body } = await shop.post<{ people: Result[] }>('/api/people/search', { text });
  return body.people.map(({ name, match }) => `${name}: ${match.kind} ${match.value}`);
};

describe('a search for people', () => {
  it.each([
    ['SARAH.KELLER@example.com ', 'identity email:sarah.keller@example.com'],
    ['+49 (171) 392-00 42', 'identity phone:+491713920042'],
    ['0171 392 00 42', 'identity phone:+491713920042'],
    ['0171 392', 'prefix phone:+491713920042'],
    ['0049 171 39', 'prefix phone:+491713920042'],
    ['user:u1', 'identity user:u1'],
    ['sarah.k', 'prefix email:sarah.keller@example.com'],
    ['keller sar', 'name Sárah Keller'],
    ['sárah', 'name Sárah Keller'],
  ])('for %j finds Sarah by her %s', async (text, match) => {
    expect(await search(text)).toContain(`Sárah Keller: ${match}`);
  });

  it('finds her by the number that links hand on', async () => {
    expect(await search(String(sarah))).toEqual([`Sárah Keller: person ${sarah}`]);
  });

  it('finds everybody one of whose names begins so, and nobody in whose name it stands elsewhere', async () => {
    expect((await search('kell')).sort()).toEqual([
      'Jo Kellerman: name Jo Kellerman',
      'Sárah Keller: name Sárah Keller',
    ]);
    expect(await search('eller')).toEqual([]);
    expect(await search('no such person')).toEqual([]);
  });

  it('looks at the name of now: who has another one is no longer found by the old', async () => {
    await shop.send([{ type: 'identify', identities: { user: 'u3' }, properties: { last_name: 'Winter' } }]);
    expect(await search('sarahson')).toEqual([]);
    expect(await search('winter')).toEqual(['Ann Winter: name Ann Winter']);
  });

  it('shows a person once, for the strongest reason', async () => {
    await shop.send([{ type: 'identify', identities: { user: 'keller' }, properties: { name: 'Keller' } }]);
    expect((await search('keller')).filter((found) => found.startsWith('Keller:'))).toEqual([
      'Keller: identity user:keller',
    ]);
  });
});

describe('what an agent records', () => {
  const timeline = async (query: string): Promise<TimelineEvent[]> =>
    (await shop.get<{ events: TimelineEvent[] }>(`/api/people/${sarah}/timeline?${query}`)).body.events;

  it('is an event of the person, with what was said and who recorded it', async () => {
    const call = { kind: 'call', topic: 'Delivery', outcome: 'Sent again', minutes: 4 };
    expect(await shop.post(`/api/people/${sarah}/acts`, call)).toEqual({
      status: 201,
      body: { recorded: 'Call Logged' },
    });
    await shop.post(`/api/people/${sarah}/acts`, { kind: 'note', text: 'Prefers the telephone' });
    await shop.settled();
    const [note, logged] = await timeline('channel=call');
    expect(note).toMatchObject({
      name: 'Note Added',
      source: 'desk',
      properties: { text: 'Prefers the telephone' },
    });
    expect(logged).toMatchObject({
      name: 'Call Logged',
      identities: ['user:u1'],
      properties: { topic: 'Delivery', outcome: 'Sent again', minutes: 4 },
      context: { by: 'api' },
    });
    expect(await timeline('channel=store')).toEqual([]);
  });

  it('changes her consent at once', async () => {
    const order = { kind: 'consent', channel: 'sms', purpose: 'marketing', state: 'out' };
    await shop.post(`/api/people/${sarah}/acts`, order);
    expect((await shop.person('user:u1')).consents['sms/marketing']).toEqual([
      'out',
      expect.any(Number),
      'desk',
    ]);
  });

  it.each([
    ['/api/people/1/acts', { kind: 'note', text: 'x' }, 404, 'person.unknown'],
    ['/api/people/1/acts', { kind: 'note', text: '' }, 400, 'request.invalid'],
    ['/api/people/1/acts', { kind: 'gift' }, 400, 'request.invalid'],
  ])('POST %s %j is refused with %i %s', async (path, body, status, code) => {
    expect(await shop.post(path, body)).toMatchObject({ status, body: { code } });
  });
});

describe('the overview', () => {
  it('counts people, orders, revenue, sessions and events of the last days and of as many before', async () => {
    const own = await openShop();
    const now = Date.now();
    const order = (id: string, revenue: number, daysAgo: number, user: string) => ({
      name: 'Order Completed',
      time: now - daysAgo * DAY_MS,
      identities: { user },
      properties: { order_id: id, revenue, currency: 'EUR' },
    });
    await own.send([
      order('o1', 20, 1, 'a'),
      order('o2', 30, 2, 'a'),
      order('o3', 10, 2, 'b'),
      order('o4', 99, 8, 'b'),
      order('o5', 5, 20, 'c'),
    ]);
    await own.send([
      {
        name: 'Order Refunded',
        time: now - DAY_MS / 2,
        identities: { user: 'a' },
        properties: { order_id: 'o1', revenue: 5 },
      },
    ]);
    const { body } = await own.get('/api/overview?days=7');
    expect(body).toMatchObject({
      currency: 'EUR',
      current: { people: 2, orders: 3, revenue: 55, events: 4 },
      previous: { people: 1, orders: 1, revenue: 99, events: 1 },
    });
    const { days } = body as { days: { orders: number; revenue: number }[] };
    expect(days.reduce((sum, day) => sum + day.orders, 0)).toBe(3);
    expect(days.reduce((sum, day) => sum + day.revenue, 0)).toBe(55);
    await own.close();
  });
});
