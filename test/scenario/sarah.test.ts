import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Act,
  bringUp,
  demoOptions,
  openRemote,
  playSarah,
  putAudiences,
  readAudienceFiles,
} from '../../demo/index.ts';
import { conditionSql } from '../../src/core/condition/index.ts';
import { countOverrides, currentPerson } from '../../src/engine/warehouse/index.ts';
import type { ProfileView } from '../../src/profile/index.ts';
import { openShop, type Shop } from '../app.ts';

/** Sarah's story: a member who bought for yoga long ago comes back over an advertisement. Steps that no part plays yet are to do. */
const NOW = Date.UTC(2026, 2, 31, 10);
const DAY_MS = 86_400_000;
/** The others of the shop. */
const PEOPLE = 60;
const EMAIL = 'email:sarah.keller@example.com';
const SEEN_MS_MAX = 50_000;
/** What the analyst sets up in the story; the others are there from the beginning. */
const ANALYSED = 'yoga-lapsed';
const AUDIENCES = [
  ...['both-worlds', 'callers-30', 'cart-7', 'checkout-14', 'customers', 'email-allowed', 'lapsed-90'],
  ...['recent-buyers', 'repeat-buyers', 'view-cart-buy', 'yoga-browsers'],
];

/** The answer of a table of the analysis, as far as the story reads it. */
interface Table {
  readonly total: { readonly values: readonly number[] };
  readonly rows: readonly { readonly path: readonly string[]; readonly values: readonly number[] }[];
}

let shop: Shop;
let acts: readonly Act[];
let send: (act: Act) => Promise<void>;
const folder = mkdtempSync(join(tmpdir(), 'rapport-sarah-'));

beforeAll(async () => {
  shop = await openShop(NOW);
  await putAudiences(
    openRemote(shop.url),
    readAudienceFiles().filter(({ id }) => AUDIENCES.includes(id)),
  );
  const up = await bringUp({
    remote: openRemote(shop.url),
    options: demoOptions({ now: NOW, people: PEOPLE, days: 30 }),
    deliveredUntil: 0,
    until: NOW,
    folder,
    now: () => Date.now(),
  });
  await shop.settled();
  acts = playSarah(up.retailer.world, NOW);
  send = async (act) => {
    for (const { source, at, message } of act.items) {
      // The clock of her browser is right, and so is ours.
      shop.clock.offsetMs = at - Date.now();
      await up.post.send({ source, messages: [JSON.stringify(message)], sentAt: at });
    }
  };
}, 300_000);
afterAll(async () => {
  await shop.close();
  rmSync(folder, { recursive: true });
});

const act = (step: Act['step']): Act => acts.find((one) => one.step === step)!;
const time = (one: Act, which = -1): number => one.items.at(which)!.at;
/** The id that her laptop gets when she accepts cookies. */
const laptop = (): string => `anonymous:${(act(4).items[0]!.message as { anonymousId: string }).anonymousId}`;
const sarah = (): Promise<ProfileView> => shop.person(EMAIL);
const namesOf = async (person: ProfileView): Promise<string[]> =>
  (await shop.timeline(person.id)).map(({ name }) => name);
const keysOf = ({ identities }: ProfileView): string[] =>
  identities.map(({ namespace, value }) => `${namespace}:${value}`);

/** The audiences that somebody is in, once they are as expected; what they are when they do not become so. */
const inAudiences = (key: string) =>
  expect.poll(async () => Object.keys((await shop.person(key)).audiences).sort(), { timeout: SEEN_MS_MAX });

describe('1 Sarah has not bought lately', () => {
  test('her profile shows what she bought online and in the store in one timeline, with the last order and her membership', async () => {
    const person = await sarah();
    const orders = await shop.get<{ events: { name: string; channel: string; time: number }[] }>(
      `/api/people/${person.id}/timeline?name=Order%20Completed`,
    );
    expect(orders.body.events.map(({ channel }) => channel)).toEqual(['store', 'order']);
    const [inStore, online] = orders.body.events;
    expect(person.purchases).toMatchObject({ count: 2, first: online!.time, last: inStore!.time });
    expect(NOW - person.purchases.last!).toBeGreaterThan(90 * DAY_MS);
    expect(person.attributes['loyaltyTier']?.value).toMatch(/^[a-z]+$/);
    expect(person.attributes['loyaltyPoints']?.value).toBeGreaterThan(0);
    expect(keysOf(person).map((key) => key.split(':')[0])).toEqual(
      expect.arrayContaining(['user', 'crm', 'loyalty', 'email', 'phone']),
    );
  });
});

describe('2 An analyst finds those who bought for yoga and stopped', () => {
  test('an audience of them is set up, filled from history in less than a minute, and she is in it', async () => {
    await inAudiences(EMAIL).toEqual([
      'both-worlds',
      'customers',
      'email-allowed',
      'lapsed-90',
      'repeat-buyers',
    ]);
    const began = performance.now();
    await putAudiences(
      openRemote(shop.url),
      readAudienceFiles().filter(({ id }) => id === ANALYSED),
    );
    await inAudiences(EMAIL).toContain(ANALYSED);
    const elapsed = performance.now() - began;
    console.log(`from the definition to her in the audience: ${elapsed.toFixed(0)} ms`);
    expect(elapsed).toBeLessThan(60_000);
    const { audiences } = await sarah();
    expect(audiences[ANALYSED]).toMatchObject({ how: 'back-fill' });
  });
  test('the analysis shows what they and others brought by campaign, and counts as the warehouse does', async () => {
    const { condition } = readAudienceFiles().find(({ id }) => id === ANALYSED)!;
    const stopped = [{ level: 'person', condition }];
    const began = performance.now();
    const { status, body } = await shop.post<{ answer: Table }>('/api/analytics/table', {
      range: { from: '2024-01-01', to: '2026-03-31' },
      filters: [{ dimension: 'currency', text: { is: 'EUR' } }],
      levels: [{ dimension: 'campaign', sortBy: 1 }],
      columns: [
        { metric: 'people', segments: stopped },
        { metric: 'revenue' },
        { metric: 'revenue', segments: stopped },
      ],
    });
    expect(status).toBe(200);
    console.log(`from the question to the table: ${(performance.now() - began).toFixed(0)} ms`);
    const { total, rows } = body.answer;
    const { warehouse } = shop.app;
    const events = currentPerson(await countOverrides(warehouse));
    const members = conditionSql(condition, Date.now() + shop.clock.offsetMs, { events });
    const recount = await warehouse.query<{ people: number; revenue: number }>(
      `select uniqExact(${events.person}) as people, round(toFloat64(sum(revenue)), 2) as revenue
      from ${events.from}
      where currency = 'EUR' and ${events.person} in (select person from (${members.sql}))`,
      members.bindings,
    );
    expect({ people: total.values[0], revenue: total.values[2] }).toEqual(recount.rows[0]);
    const campaigns = await warehouse.query<{ name: string; revenue: number }>(
      `select utm_campaign as name, round(toFloat64(sum(revenue)), 2) as revenue
      from events where currency = 'EUR' group by name having revenue != 0 order by revenue desc, name`,
    );
    const told = rows.filter(({ values }) => values[1] !== 0);
    expect(told.map(({ path, values }) => ({ name: path[0], revenue: values[1] }))).toEqual(campaigns.rows);
    console.log(`best campaign: ${campaigns.rows.find(({ name }) => name !== '')?.name ?? 'none'}`);
  });
});

describe('3 Who will buy for yoga', () => {
  test.todo('a model gives her and prospects a score with reasons (predict does not exist yet)');
  test.todo('the audience of high scores goes to the site and to ad networks (activate does not exist yet)');
});

describe('4 She accepts cookies, clicks an advertisement and looks around', () => {
  test('before she accepts there is nothing of her device', async () => {
    expect((await shop.get(`/api/people?identity=${laptop()}`)).status).toBe(404);
  });

  test('then what she allows is known before the first page, and the click with its campaign is kept', async () => {
    await send(act(4));
    await shop.settled();
    const visitor = await shop.person(laptop());
    expect(visitor).toMatchObject({ known: false, sessions: { count: 1 }, purchases: { count: 0 } });
    expect(Object.keys(visitor.consents).sort()).toEqual([
      'any/advertising',
      'any/analytics',
      'any/personalization',
    ]);
    const [first, landing] = (await shop.timeline(visitor.id)).toReversed();
    expect([first!.name, landing!.name]).toEqual(['Consent Updated', 'Page Viewed']);
    expect(landing!.context['campaign']).toMatchObject({ source: 'instagram', name: 'social-yoga-flow' });
    expect(landing!.properties['search']).toContain('fbclid=');
    const { rows } = await shop.app.warehouse.query(
      `select utm_campaign, path, count() as views from events
      where person = {person:UInt64} and name = 'Page Viewed' group by all order by min(time) limit 1`,
      { person: visitor.id },
    );
    expect(rows).toEqual([{ utm_campaign: 'social-yoga-flow', path: '/yoga', views: 1 }]);
  });

  test('nothing tells who she is: the known Sarah is somebody else', async () => {
    const [visitor, person] = [await shop.person(laptop()), await sarah()];
    expect(visitor.id).not.toBe(person.id);
    expect(await namesOf(person)).not.toContain('Product Viewed');
    await inAudiences(laptop()).toContain('yoga-browsers');
  });
  test.todo(
    'the landing page is personal on the first request, and changes with every click (personalize does not exist yet)',
  );
  test.todo('the ad network had got her hashed address (activate does not exist yet)');
});

describe('5 She puts shorts into the cart and gives her address', () => {
  test('what she did before is hers as soon as she logs in', async () => {
    const visitor = await shop.person(laptop());
    const began = performance.now();
    await send(act(5));
    let person = await sarah();
    while (!keysOf(person).includes(laptop())) {
      expect(performance.now() - began).toBeLessThan(SEEN_MS_MAX);
      person = await sarah();
    }
    console.log(`from the first message to one profile: ${(performance.now() - began).toFixed(0)} ms`);
    await shop.settled();
    person = await sarah();
    expect(person.merges.map(({ from }) => from)).toContain(visitor.id);
    expect(keysOf(person).map((key) => key.split(':')[0])).toEqual(
      expect.arrayContaining(['user', 'crm', 'email', 'anonymous']),
    );
    const names = await namesOf(person);
    expect(names.filter((name) => name === 'Product Viewed').length).toBe(3);
    expect(names).toContain('Product Added');
    expect(names.filter((name) => name === 'Order Completed').length).toBe(2);
    await inAudiences(EMAIL).toEqual(expect.arrayContaining(['cart-7', 'yoga-browsers', 'yoga-lapsed']));
  });
  test.todo('the campaign for strangers stops in two seconds (activate does not exist yet)');
  test.todo('the journey for left carts waits for her (journey does not exist yet)');
});

describe('6 She calls', () => {
  test.each(['phone:0171 3920042', 'phone:+49 171 3920042', 'email:Sarah.Keller@Example.com'])(
    'the agent finds her by %s in less than a second and sees cart, pages, orders, points and consents',
    async (identity) => {
      const began = performance.now();
      const { status, body } = await shop.post<ProfileView>('/api/people/find', { identity });
      const events = await shop.timeline(body.id);
      expect(performance.now() - began).toBeLessThan(1_000);
      expect(status).toBe(200);
      expect(body.id).toBe((await sarah()).id);
      expect(body.purchases.recent.length).toBe(2);
      expect(body.attributes['loyaltyPoints']?.value).toBeGreaterThan(0);
      expect(body.consents['email/marketing']?.[0]).toBe('in');
      expect(events.slice(0, 12).map(({ name }) => name)).toContain('Product Added');
    },
  );

  test('the call and the offer that she takes are on her timeline', async () => {
    await send(act(6));
    await shop.settled();
    const person = await sarah();
    const [offer, call] = (await shop.timeline(person.id)).filter(({ channel }) => channel === 'call');
    expect([call!.name, offer!.name]).toEqual(['Call Received', 'Offer Accepted']);
    expect(offer!.properties).toMatchObject({ offer: 'free yoga class', placement: 'call centre' });
    await inAudiences(EMAIL).toContain('callers-30');
  });
  test.todo(
    'the class near her is offered by rules of membership and distance, with a cap (decision does not exist yet)',
  );
  test.todo('the agent sees her scores with their reasons (predict does not exist yet)');
});

describe('7 She buys with ten percent off', () => {
  test('the order is hers, with its revenue in profile and warehouse alike', async () => {
    const before = await sarah();
    await send(act(7));
    await shop.settled();
    const person = await sarah();
    const [order] = person.purchases.recent;
    const bought = act(7).items.find(
      ({ message }) => 'event' in message && message.event === 'Order Completed',
    )!;
    const properties = bought.message.properties as { order_id: string; revenue: number; coupon: string };
    expect(order).toMatchObject({
      id: properties.order_id,
      amount: properties.revenue,
      channel: 'web',
      cancelled: null,
    });
    expect(properties.coupon).toBe('MEMBER10');
    expect(person.purchases.count).toBe(3);
    expect(person.purchases.revenue['EUR']).toBeCloseTo(
      before.purchases.revenue['EUR']! + properties.revenue,
      2,
    );
    const { rows } = await shop.app.warehouse.query<{ revenue: number }>(
      `select toFloat64(sum(revenue)) as revenue from events where order_id = {order:String}`,
      { order: properties.order_id },
    );
    expect(rows).toEqual([{ revenue: properties.revenue }]);
  });

  test('she has left those who stopped and joined those who bought lately', async () => {
    await inAudiences(EMAIL).toEqual([
      'both-worlds',
      'callers-30',
      'customers',
      'email-allowed',
      'recent-buyers',
      'repeat-buyers',
      'view-cart-buy',
      'yoga-browsers',
    ]);
    const { events } = (
      await shop.get<{ events: { properties: { audience: string } }[] }>(
        `/api/people/${(await sarah()).id}/timeline?name=Audience%20Left`,
      )
    ).body;
    expect(events.map(({ properties }) => properties.audience)).toEqual(
      expect.arrayContaining(['yoga-lapsed', 'lapsed-90', 'cart-7', 'checkout-14']),
    );
  });
  test.todo(
    'the order ends the journey before its message, and a confirmation is sent (journey and message do not exist yet)',
  );
  test.todo(
    'advertising to her stops, and ad, call and mail share the credit (activate and analytics do not exist yet)',
  );
});

describe('What must not happen', () => {
  test('the next shopper on her laptop does not get what is hers', async () => {
    const him = { anonymousId: laptop().slice('anonymous:'.length), userId: 'U900001' };
    const at = time(act(7)) + 3_600_000;
    shop.clock.offsetMs = at - Date.now();
    const batch = [
      { type: 'identify', messageId: 'him-1', ...him, traits: { firstName: 'Jonas' } },
      {
        type: 'track',
        messageId: 'him-2',
        ...him,
        event: 'Product Viewed',
        properties: { product_id: 'P1001' },
      },
    ];
    const url = `${shop.url}/v1/batch?writeKey=${shop.writeKey}`;
    expect((await fetch(url, { method: 'POST', body: JSON.stringify({ batch }) })).status).toBe(200);
    await shop.settled();
    const [jonas, person] = [await shop.person('user:U900001'), await sarah()];
    expect(jonas.id).not.toBe(person.id);
    expect((await shop.person(laptop())).id).toBe(jonas.id);
    expect(jonas.purchases.count).toBe(0);
    expect(await namesOf(jonas)).toEqual(['Product Viewed', 'Identified']);
    expect(
      (await shop.timeline(person.id)).filter(({ properties }) => properties['product_id'] === 'P1001'),
    ).toEqual([]);
    expect(await namesOf(person)).toContain('Product Added');
  });

  test('when she takes her word back, it counts at once', async () => {
    const said = {
      name: 'Unsubscribed',
      identities: { email: EMAIL.slice(6) },
      properties: { channel: 'email' },
    };
    await shop.send([said], shop.app.sources.byId('messages')!.writeKey);
    const person = await sarah();
    expect(person.consents['email/marketing']?.[0]).toBe('out');
    await inAudiences(EMAIL).not.toContain('email-allowed');
  });
  test.todo(
    'without her word about cookies the page is the general one, and there is no id (personalize does not exist yet)',
  );
  test.todo('a discount is given once (decision does not exist yet)');
  test.todo('a request for erasure leaves no trace of her (privacy does not erase yet)');
});
