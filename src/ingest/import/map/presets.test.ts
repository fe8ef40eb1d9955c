import { describe, expect, test } from 'vitest';
import { imported, NOW } from '../import.fixture.ts';

const plain = ({ records }: Awaited<ReturnType<typeof imported>>) =>
  records.flatMap(
    ({ body }) => (JSON.parse(Buffer.from(body).toString()) as { events: Record<string, unknown>[] }).events,
  );

describe('events', () => {
  const MAP = {
    preset: 'events',
    event: 'what',
    time: 'at',
    identities: [
      { namespace: 'anonymous', value: { template: '{who}-{device}' } },
      { namespace: 'user', value: 'who' },
    ],
  };

  test('a row becomes an event with the names, identities, properties and context of the map', async () => {
    const { events } = await imported(
      'what,at,who,device,page,campaign,price,tags,vip\nbuy,2024-03-13 10:21:14,u1,mobile,/a,spring,"1,5",a|b,Y\n',
      {
        ...MAP,
        decimal: ',',
        rename: { buy: 'Order Completed' },
        properties: {
          price: 'price',
          tags: { column: 'tags', as: 'list', separator: '|' },
          vip: { column: 'vip', as: 'boolean' },
          seen: { column: 'at', as: 'time' },
          tier: { column: 'vip', replace: { Y: 'gold' } },
          shop: { constant: 7 },
        },
        context: { 'page.path': 'page', 'campaign.name': 'campaign' },
      },
    );
    expect(events()).toEqual([
      {
        ordinal: 0,
        id: expect.stringMatching(/^event:[\w-]{22}$/),
        type: 'track',
        name: 'Order Completed',
        time: Date.UTC(2024, 2, 13, 10, 21, 14),
        received: NOW,
        source: 'shop',
        channel: 'web',
        identities: [
          { namespace: 'anonymous', value: 'u1-mobile' },
          { namespace: 'user', value: 'u1' },
        ],
        properties: {
          price: 1.5,
          tags: ['a', 'b'],
          vip: true,
          seen: '2024-03-13T10:21:14.000Z',
          tier: 'gold',
          shop: 7,
        },
        context: { page: { path: '/a' }, campaign: { name: 'spring' } },
      },
    ]);
  });

  test('the rest of the columns become properties when the map says so', async () => {
    const { events } = await imported('what,at,who,device,a,b\nx,2024-03-13,u1,web,1,\n', {
      ...MAP,
      rest: true,
    });
    expect(events()[0]!.properties).toEqual({ a: '1' });
  });

  test('rows alike to the letter count each, or once, and the same file gives the same ids', async () => {
    const text = `what,at,who,device\n${'x,2024-03-13,u1,web\n'.repeat(3)}y,2024-03-13,u1,web\n`;
    const each = await imported(text, MAP);
    const again = await imported(text, MAP);
    const once = await imported(text, { ...MAP, repeats: 'once' });
    const ids = each.events().map((event) => event.id);
    expect(new Set(ids).size).toBe(4);
    expect(again.events().map((event) => event.id)).toEqual(ids);
    expect(once.events().map((event) => event.id)).toEqual([ids[0], ids[3]]);
    expect(once.outcome.progress.totals.dropped).toEqual({ 'row.repeated': 2 });
  });

  test('an id of the file is kept', async () => {
    const { events } = await imported('what,at,who,device,id\nx,2024-03-13,u1,web,m-1\n', {
      ...MAP,
      id: 'id',
    });
    expect(events()[0]!.id).toBe('m-1');
  });

  test('JSON lines keep their numbers, lists and inner objects', async () => {
    const { events } = await imported(
      '{"what":"x","at":1710325274000,"who":"u1","device":"web","n":1.5,"o":{"k":[1]},"user":{"plan":"pro"}}\n',
      {
        ...MAP,
        properties: { n: 'n', o: 'o', plan: 'user.plan' },
      },
    );
    expect(events()[0]!.properties).toEqual({ n: 1.5, o: { k: [1] }, plan: 'pro' });
  });

  test('rows without a name, a time or a person go to the quarantine', async () => {
    const { rejects } = await imported(
      'what,at,who,device\n,2024-03-13,u,d\nx,,u,d\nx,soon,u,d\nx,2024-03-13,,\n',
      MAP,
    );
    expect(rejects.map(({ line, code, column }) => [line, code, column])).toEqual([
      [2, 'event.without-name', undefined],
      [3, 'event.without-time', undefined],
      [4, 'value.not-a-time', 'at'],
      [5, 'event.without-person', undefined],
    ]);
  });
});

describe('people', () => {
  const MAP = {
    preset: 'people',
    identities: [
      { namespace: 'crm', value: 'id' },
      { namespace: 'email', value: 'mail' },
    ],
    traits: { email: 'mail', 'address.city': 'city' },
  };

  test('a row becomes an identify call', async () => {
    const { events } = await imported(
      'id,mail,city,since\n7.0,a@example.com,York,2020-01-01\n,,Rome,2020-01-01\n',
      { ...MAP, time: 'since' },
    );
    expect(events()).toMatchObject([
      {
        type: 'identify',
        name: 'Identified',
        time: Date.UTC(2020, 0, 1),
        identities: [
          { namespace: 'crm', value: '7' },
          { namespace: 'email', value: 'a@example.com' },
        ],
        properties: { email: 'a@example.com', address: { city: 'York' } },
      },
    ]);
  });

  test('without a time a row speaks for the day of the import: once that day, again the next', async () => {
    const ids = async (asOf: number) =>
      (await imported('id,mail,city\n7,,York\n', MAP, { asOf })).events().map((event) => event.id);
    const [first] = await ids(NOW);
    expect(await ids(NOW + 3_600_000)).toEqual([first]);
    expect(await ids(NOW + 86_400_000)).not.toEqual([first]);
  });
});

describe('products and stores', () => {
  test('a product becomes a Product Updated of the catalogue, about nobody', async () => {
    const outcome = await imported('sku,name,price,colour\n1.0,Lamp,4.99,red\n', {
      preset: 'products',
      product_id: 'sku',
      properties: { name: 'name', price: 'price' },
      rest: true,
    });
    expect(outcome.records[0]!.header).toMatchObject({ protocol: 'import', channel: 'catalogue' });
    expect(plain(outcome)).toEqual([
      {
        id: expect.stringMatching(/^product_id:/),
        type: 'track',
        name: 'Product Updated',
        time: NOW,
        identities: [],
        properties: { product_id: '1', name: 'Lamp', price: 4.99, colour: 'red' },
      },
    ]);
  });

  test('a store becomes a Store Updated', async () => {
    const outcome = await imported('branch,town\n12,York\n,Rome\n', {
      preset: 'stores',
      store_id: 'branch',
      properties: { city: 'town' },
    });
    expect(plain(outcome)).toMatchObject([
      { name: 'Store Updated', properties: { store_id: '12', city: 'York' } },
    ]);
    expect(outcome.rejects).toMatchObject([{ line: 3, code: 'catalogue.without-id' }]);
  });
});

describe('advertising costs', () => {
  const MAP = {
    preset: 'ad-costs',
    time: 'Day',
    campaign: 'Campaign',
    source: { constant: 'google' },
    medium: { constant: 'cpc' },
    cost: 'Cost',
    currency: { constant: 'EUR' },
    impressions: 'Impr.',
    clicks: 'Clicks',
    properties: { ad_group: 'Ad group' },
  };

  test('a day of a campaign becomes an Ad Cost Reported about nobody', async () => {
    const outcome = await imported(
      'Day,Campaign,Ad group,Impr.,Clicks,Cost\n2026-03-01,spring,mats,1000,12,3.60\n2026-03-01,,mats,1,1,1\n2026-03-01,spring,mats,1,1,\n',
      MAP,
    );
    expect(outcome.records[0]!.header).toMatchObject({ protocol: 'import', channel: 'ad' });
    expect(plain(outcome)).toEqual([
      {
        id: expect.stringMatching(/^ad-cost:/),
        type: 'track',
        name: 'Ad Cost Reported',
        time: Date.UTC(2026, 2, 1),
        identities: [],
        properties: { ad_group: 'mats', cost: 3.6, impressions: 1000, clicks: 12, currency: 'EUR' },
        context: { about: 'nobody', campaign: { name: 'spring', source: 'google', medium: 'cpc' } },
      },
    ]);
    expect(outcome.rejects).toMatchObject([
      { line: 3, code: 'ad-cost.without-campaign' },
      { line: 4, code: 'ad-cost.without-cost' },
    ]);
    expect(outcome.events().map(({ identities }) => identities)).toEqual([[]]);
  });

  test('a report that is fetched again with other figures is the same report', async () => {
    const ids = async (cost: string) =>
      plain(
        await imported(`Day,Campaign,Ad group,Impr.,Clicks,Cost\n2026-03-01,spring,mats,9,1,${cost}\n`, MAP),
      ).map(({ id }) => id);
    expect(await ids('3.60')).toEqual(await ids('4.10'));
  });
});

describe('hostile names', () => {
  test('a column called __proto__ reaches nobody', async () => {
    const text = '{"id":"1","__proto__":{"polluted":1},"ok":2}\n';
    const { events } = await imported(text, {
      preset: 'people',
      identities: [{ namespace: 'crm', value: 'id' }],
      rest: true,
    });
    expect(Object.keys(events()[0]!.properties)).toEqual(['ok']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
