import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, openShop, type Shop } from '../../test/app.ts';

const START = Date.parse('2026-04-10T12:00:00Z');
const HOUR = 3_600_000;

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(START);
  const act = (who: string, hoursAgo: number, name: string, properties: object = {}, campaign?: string) => ({
    name,
    time: START - hoursAgo * HOUR,
    identities: { anonymous: who },
    properties,
    context: campaign ? { campaign: { name: campaign, source: 'mail', medium: 'email' } } : {},
  });
  const order = (who: string, hoursAgo: number, id: string, revenue: number) =>
    act(who, hoursAgo, 'Order Completed', {
      order_id: id,
      revenue,
      currency: 'EUR',
      products: [{ product_id: 'mat', category: 'yoga', price: revenue, quantity: 1 }],
    });
  await shop.send([
    act('anna', 30, 'Product Viewed', { product_id: 'mat', category: 'yoga' }, 'spring'),
    act('anna', 29, 'Product Added', { product_id: 'mat', category: 'yoga', price: 50, quantity: 1 }),
    order('anna', 28, 'A1', 50),
    act('ben', 20, 'Product Viewed', { product_id: 'mat', category: 'yoga' }),
    act('ben', 19, 'Product Added', { product_id: 'mat', category: 'yoga', price: 50, quantity: 2 }),
    act('cleo', 10, 'Product Viewed', { product_id: 'shoe', category: 'run' }, 'spring'),
  ]);
});
afterAll(() => shop.close());

async function must<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

interface Table {
  answer: { rows: { path: string[]; values: number[] }[]; total: { values: number[] } };
  about: { isCached: boolean; rowsRead: number; freshAt: number };
}

const campaigns = {
  range: { last: '7d' },
  levels: [{ dimension: 'campaign' }],
  columns: [{ metric: 'people' }, { metric: 'products-viewed' }, { metric: 'average-order-value' }],
};
const steps = ['Product Viewed', 'Product Added', 'Order Completed'].map((event) => ({ any: [{ event }] }));

describe('analytics over the API', () => {
  it('answers a table, says what it read, and answers the same question from its cache', async () => {
    const { answer, about } = await must(shop.post<Table>('/api/analytics/table', campaigns));
    expect(answer.rows.map(({ path, values }) => [path[0], values])).toEqual([
      ['', [2, 1, 50]],
      ['spring', [2, 2, null]],
    ]);
    expect(answer.total.values).toEqual([3, 3, 50]);
    expect(about).toMatchObject({ isCached: false, isExact: true });
    expect(about.rowsRead).toBeGreaterThan(0);
    const again = await must(shop.post<Table>('/api/analytics/table', campaigns));
    expect(again.answer).toEqual(answer);
    expect(again.about.isCached).toBe(true);
  });

  it('opens a number: its people, and its events newest first', async () => {
    const cell = { path: ['spring'], column: 1 };
    const { people, total } = await must(
      shop.post<{ people: number[]; total: number }>('/api/analytics/table/people', {
        query: campaigns,
        cell,
      }),
    );
    const [anna, cleo] = await Promise.all(['anna', 'cleo'].map((who) => shop.person(`anonymous:${who}`)));
    expect([...people].sort()).toEqual([anna!.id, cleo!.id].sort());
    expect(total).toBe(2);
    const page = { query: campaigns, cell, limit: 1 };
    const first = await must(
      shop.post<{ events: { person: number; time: number; place: number; derived: number }[] }>(
        '/api/analytics/table/events',
        page,
      ),
    );
    expect(first.events).toMatchObject([{ person: cleo!.id, name: 'Product Viewed' }]);
    const { time, place, derived } = first.events[0]!;
    const second = await must(
      shop.post<typeof first>('/api/analytics/table/events', { ...page, after: { time, place, derived } }),
    );
    expect(second.events).toMatchObject([{ person: anna!.id }]);
  });

  it('publishes a step of a fallout as an audience that counts the same and lives on', async () => {
    const query = { range: { last: '7d' }, steps };
    const published = await must(
      shop.post('/api/analytics/fallout/publish', {
        query,
        cell: { step: 2, which: 'fell-out' },
        audience: 'left-in-cart',
        name: 'Left in the cart',
      }),
    );
    expect(published).toMatchObject({ how: 'live', people: 1 });
    const members = async () =>
      (
        await must(shop.get<{ members: { person: number }[] }>('/api/audiences/left-in-cart/members'))
      ).members.map(({ person }) => person);
    const ben = await shop.person('anonymous:ben');
    await expect.poll(members, { timeout: 30_000, interval: 100 }).toEqual([ben.id]);
    await shop.send([
      {
        name: 'Order Completed',
        time: START - HOUR,
        identities: { anonymous: 'ben' },
        properties: { order_id: 'B1', revenue: 100 },
      },
    ]);
    await expect.poll(members, { timeout: 30_000, interval: 100 }).toEqual([]);
  });

  it('says what a number means as a condition that keeps to the same people, or why it cannot', async () => {
    const meaningOf = (given: object) =>
      must(
        shop.post<{ condition?: object; because?: string }>('/api/analytics/fallout/meaning', {
          query: { range: { last: '7d' }, steps: given },
          cell: { step: 2, which: 'reached' },
        }),
      );
    const { condition } = await meaningOf(steps);
    const { answer } = await must(
      shop.post<Table>('/api/analytics/table', {
        range: { last: '7d' },
        segments: [{ level: 'person', condition: condition!, name: 'Filled a cart' }],
        levels: [],
        columns: [{ metric: 'people' }],
      }),
    );
    expect(answer.total.values).toEqual([2]);
    const { because } = await meaningOf([steps[0]!, { ...steps[1]!, path: 'next' }]);
    expect(because).not.toBe('');
  });

  it('keeps what somebody changed of a workspace and did not save, lists it, and forgets it', async () => {
    const document = {
      name: 'Mine',
      range: { last: '30d' },
      panels: [
        {
          id: 'a',
          parts: [{ id: 'b', question: 'table', query: { levels: [], columns: [{ metric: 'orders' }] } }],
        },
      ],
    };
    await must(shop.post('/api/definitions/workspace/mine/publish', { document }));
    const draft = { document: { ...document, name: 'Mine, changed' }, version: 1 };
    await must(shop.put('/api/analytics/workspaces/mine/draft', draft));
    await shop.restart();
    const read = await must(shop.get<{ draft?: object }>('/api/analytics/workspaces/mine/draft'));
    expect(read.draft).toMatchObject(draft);
    const listed = async () =>
      (await must(shop.get<{ workspaces: object[] }>('/api/analytics/workspaces'))).workspaces;
    expect(await listed()).toEqual([
      { id: 'mine', name: 'Mine', panels: 1, draftAt: expect.any(Number) as number },
    ]);
    const { uses } = await must(shop.get<{ uses: object[] }>('/api/analytics/uses'));
    expect(uses).toEqual([{ kind: 'metric', id: 'orders', count: 1 }]);
    const gone = await fetch(`${shop.url}/api/analytics/workspaces/mine/draft`, { method: 'DELETE' });
    expect(gone.status).toBe(204);
    expect(await must(shop.get('/api/analytics/workspaces/mine/draft'))).toEqual({});
    expect(await listed()).toEqual([{ id: 'mine', name: 'Mine', panels: 1 }]);
  });

  it('publishes a snapshot where the meaning has no words, and says why', async () => {
    const query = { range: { last: '7d' }, steps: [{ ...steps[0]! }, { ...steps[1]!, path: 'next' }] };
    const published = await must(
      shop.post<{ how: string; because: string }>('/api/analytics/fallout/publish', {
        query,
        cell: { step: 2, which: 'reached' },
        audience: 'straight-into-cart',
        name: 'Straight into the cart',
      }),
    );
    expect(published).toMatchObject({ how: 'snapshot', people: 2 });
    expect(published.because).toContain('very next');
    await shop.settled();
    const table = await must(
      shop.post<Table>('/api/analytics/table', {
        range: { last: '7d' },
        segments: [{ audience: 'straight-into-cart' }],
        levels: [],
        columns: [{ metric: 'people' }],
      }),
    );
    expect(table.answer.total.values).toEqual([2]);
  });

  it('knows what people set up: segments, metrics, derived dimensions, channels', async () => {
    const put = async (key: string, document: object) => {
      const { status, body } = await shop.post(`/api/definitions/${key}/publish`, { document });
      if (status >= 300) throw new Error(`${key}: ${status} ${JSON.stringify(body)}`);
    };
    await put('segment/buyers', {
      name: 'Buyers',
      level: 'person',
      condition: { did: { event: 'Order Completed' } },
    });
    await put('metric/value-per-person', {
      name: 'Value per person',
      format: 'amount',
      formula: 'within(revenue, "buyers") / people',
    });
    await put('dimension/sport', {
      name: 'Sport',
      value: {
        case: [
          {
            when: [{ of: { dimension: 'property:category' }, text: { is: 'yoga' } }],
            value: { constant: 'calm' },
          },
        ],
        otherwise: { constant: 'fast' },
      },
    });
    const { answer } = await must(
      shop.post<Table>('/api/analytics/table', {
        range: { from: '2026-04-01', to: '2026-04-10' },
        levels: [{ dimension: 'derived:sport' }],
        columns: [{ metric: 'events:Product Viewed' }, { metric: 'value-per-person' }],
      }),
    );
    expect(answer.rows.map(({ path, values }) => [path[0], values[0]])).toEqual([
      ['calm', 2],
      ['fast', 1],
    ]);
    const channels = await must(
      shop.post<Table>('/api/analytics/table', {
        range: { from: '2026-04-01', to: '2026-04-10' },
        filters: [{ dimension: 'event', text: { is: 'Product Viewed' } }],
        levels: [{ dimension: 'marketing-channel' }],
        columns: [{ metric: 'events' }],
      }),
    );
    expect(channels.answer.rows.map(({ path, values }) => [path[0], values[0]])).toEqual([
      ['Email', 2],
      ['Direct', 1],
    ]);
  });

  it('lists what runs, and refuses to cancel what does not', async () => {
    expect(await must(shop.get('/api/analytics/running'))).toEqual({ running: [] });
    const gone = await fetch(`${shop.url}/api/analytics/running/none`, { method: 'DELETE' });
    expect(gone.status).toBe(404);
  });

  it('refuses names that it does not know, with their place', async () => {
    const wrong = await shop.post<{ code: string }>('/api/analytics/table', {
      ...campaigns,
      levels: [{ dimension: 'shoe-size' }],
    });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'analytics.unknown-dimension']);
    const formula = await shop.post<{ code: string }>('/api/analytics/table', {
      ...campaigns,
      columns: [{ formula: 'revenue +' }],
    });
    expect([formula.status, formula.body.code]).toEqual([422, 'analytics.formula-invalid']);
  });

  it('shows what a dimension or rules of channels would give before they are saved', async () => {
    const preview = async (of: object) => {
      const { answer } = await must(
        shop.post<Table>('/api/analytics/preview', { range: { last: '7d' }, of }),
      );
      return answer.rows.map(({ path, values }) => [path[0], ...values]);
    };
    const mail = {
      when: [{ of: { dimension: 'utm-medium' }, text: { is: 'email' } }],
      value: { constant: 'Mail' },
    };
    expect(await preview({ dimension: { case: [mail], otherwise: { constant: 'Rest' } } })).toEqual([
      ['Rest', 5, 2],
      ['Mail', 2, 2],
    ]);
    const { rules, isDefault } = await must(
      shop.get<{ rules: object[]; isDefault: boolean }>('/api/analytics/channels'),
    );
    expect([rules.length > 0, isDefault]).toEqual([true, true]);
    const own = [{ channel: 'All', when: [], on: 'any' }];
    expect(await preview({ channels: { rules: own } })).toEqual([['All', 7, 3]]);
    expect((await shop.get<{ rules: object[] }>('/api/analytics/channels')).body.rules).toEqual(rules);
  });

  it('says at which character of a formula a mistake is', async () => {
    const document = { name: 'Wrong', format: 'number', formula: 'revenue / ordrs' };
    const { findings } = await must(
      shop.post<{ findings: object[] }>('/api/definitions/metric/wrong/preflight', { document }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ pointer: '/formula', at: 'revenue / '.length }),
    );
  });
});
