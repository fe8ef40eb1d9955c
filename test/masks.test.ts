import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProfileView, TimelineEvent } from '../src/profile/index.ts';
import { openShop, type Shop } from './app.ts';
import { type Caller, claim, join } from './callers.ts';

const EMAIL = 'sarah.keller@mail.example';
const PHONE = '+4915123456789';
const STREET = 'Long Lane 17';

let shop: Shop;
let owner: Caller;
let agent: Caller;
let analyst: Caller;
let sarah: number;

beforeAll(async () => {
  shop = await openShop();
  await shop.send([
    {
      id: '1',
      type: 'identify',
      identities: { email: EMAIL, phone: PHONE, loyalty: 'L-1' },
      properties: {
        email: EMAIL,
        phone: PHONE,
        firstName: 'Sarah',
        birthday: '1990-05-03',
        address: { street: STREET },
      },
    },
    {
      id: '2',
      name: 'Form Sent',
      identities: { email: EMAIL },
      properties: { question: `call me at ${PHONE} or write to ${EMAIL}`, coupon: 'MAY' },
      context: { page: { url: `https://shop.example/?email=${encodeURIComponent(EMAIL)}` } },
    },
  ]);
  sarah = (await shop.person(`email:${EMAIL}`)).id;
  owner = await claim(shop);
  agent = await join(shop, owner, 'agent');
  analyst = await join(shop, owner, 'analyst');
});
afterAll(() => shop.close());

/** Everything that a caller gets to read about Sarah. */
async function readBy(
  caller: Caller,
): Promise<{ person: ProfileView; events: TimelineEvent[]; text: string }> {
  const person = await caller.call<ProfileView>('GET', `/api/people/${sarah}`);
  const timeline = await caller.call<{ events: TimelineEvent[] }>('GET', `/api/people/${sarah}/timeline`);
  const past = await caller.call('GET', `/api/people/${sarah}?at=${new Date().toISOString()}`);
  expect([person.status, timeline.status, past.status]).toEqual([200, 200, 200]);
  const text = JSON.stringify([person.body, timeline.body, past.body]);
  return { person: person.body, events: timeline.body.events, text };
}

it('an agent sees how to reach somebody', async () => {
  const { text } = await readBy(agent);
  for (const known of [EMAIL, PHONE, STREET, 'Sarah', '1990-05-03']) expect(text).toContain(known);
});

it('an analyst sees who it is and what she did, and nothing to reach her by', async () => {
  const { person, events, text } = await readBy(analyst);
  for (const hidden of [EMAIL, encodeURIComponent(EMAIL), PHONE, STREET, '5123456789', 'Long Lane'])
    expect(text).not.toContain(hidden);
  expect(person.attributes['email']?.value).toBe('•••');
  expect(person.attributes['firstName']?.value).toBe('Sarah');
  expect(person.identities.map(({ namespace, value }) => `${namespace}:${value}`)).toEqual([
    'email:•••',
    'loyalty:L-1',
    'phone:•••',
  ]);
  expect(events.find(({ name }) => name === 'Form Sent')?.properties).toEqual({
    question: 'call me at ••• or write to •••',
    coupon: 'MAY',
  });
});

it('an analyst cannot find by what is hidden, nor ask how many have it', async () => {
  const by = (identity: string) => analyst.call('POST', '/api/people/find', { identity });
  expect((await by(`email:${EMAIL}`)).status).toBe(403);
  expect((await by('email:nobody@mail.example')).status).toBe(403);
  expect((await by('loyalty:L-1')).status).toBe(200);
  const search = async (caller: Caller, text: string) =>
    (await caller.call<{ people: { id: number }[] }>('POST', '/api/people/search', { text })).body.people
      .length;
  expect([await search(agent, 'sarah.kel'), await search(analyst, 'sarah.kel')]).toEqual([1, 0]);
  const estimate = (condition: object) => analyst.call('POST', '/api/audiences/estimate', { condition });
  expect((await estimate({ attribute: 'email', text: { is: EMAIL } })).status).toBe(403);
  expect((await estimate({ attribute: 'firstName', text: { is: 'Sarah' } })).status).toBe(200);
  expect(
    (await agent.call('POST', '/api/audiences/estimate', { condition: { attribute: 'email', exists: true } }))
      .status,
  ).toBe(200);
});

it('the names that conditions are made of come with values, and without those that are hidden', async () => {
  const asked = { question: `call ${PHONE}`, topic: 'size', phone: PHONE };
  const page = { path: `/u/${EMAIL}` };
  await shop.send(
    ['ask-1', 'ask-2'].map((anonymous) => ({
      name: 'Question Asked',
      identities: { anonymous },
      properties: { ...asked, products: [{ product_id: 'mat', giftTo: EMAIL }] },
      context: { page },
    })),
  );
  for (const user of ['flat-1', 'flat-2'])
    await shop.send([
      {
        type: 'identify',
        identities: { user },
        properties: { phone: '+4930999001', city: 'Bern', address: { street: STREET } },
      },
    ]);
  interface Field {
    readonly path: string;
    readonly values: readonly string[];
    readonly isHidden: boolean;
  }
  const fields = async (caller: Caller) => {
    const names = await caller.call<{ attributes: Field[] }>('GET', '/api/vocabulary');
    const query = '/api/vocabulary/fields?event=Question%20Asked';
    const inner = await caller.call<Record<'properties' | 'products' | 'context', Field[]>>('GET', query);
    expect([names.status, inner.status]).toEqual([200, 200]);
    const { properties, products, context } = inner.body;
    const all = [...names.body.attributes, ...properties, ...products, ...context];
    const of = (path: string) => {
      const field = all.find((each) => each.path === path);
      return field && [field.isHidden, ...field.values];
    };
    const paths = ['address.street', 'phone', 'city', 'question', 'topic', 'giftTo', 'page.path'];
    return { text: JSON.stringify(all), shown: Object.fromEntries(paths.map((path) => [path, of(path)])) };
  };
  expect((await fields(agent)).shown).toEqual({
    'address.street': [false, STREET],
    phone: [false, '+4930999001'],
    city: [false, 'Bern'],
    question: [false, `call ${PHONE}`],
    topic: [false, 'size'],
    giftTo: [false, EMAIL],
    'page.path': [false, `/u/${EMAIL}`],
  });
  const { text, shown } = await fields(analyst);
  expect(shown).toEqual({
    'address.street': [true],
    phone: [true],
    city: [false, 'Bern'],
    question: [false, 'call •••'],
    topic: [false, 'size'],
    giftTo: [false, '•••'],
    'page.path': [false, '/u/•••'],
  });
  for (const hidden of [EMAIL, PHONE, '4930999001', STREET]) expect(text).not.toContain(hidden);
});

it('people in short are told by their ids, without what is hidden, and whoever is not there is left out', async () => {
  const brief = async (caller: Caller) => {
    const order = { ids: [sarah, 987_654_321] };
    return (await caller.call<{ people: object[] }>('POST', '/api/people/brief', order)).body.people;
  };
  const [forAgent, ...noMore] = await brief(agent);
  expect(noMore).toEqual([]);
  expect(forAgent).toMatchObject({ id: sarah, name: expect.stringContaining('Sarah'), email: EMAIL });
  const [forAnalyst] = await brief(analyst);
  expect(forAnalyst).toMatchObject({ id: sarah, name: expect.stringContaining('Sarah'), email: '•••' });
});

it('why somebody is in an audience is told without what is hidden', async () => {
  const condition = { attribute: 'email', exists: true };
  expect((await owner.call('PUT', '/api/audiences/reachable', { name: 'Reachable', condition })).status).toBe(
    200,
  );
  const why = async (caller: Caller) =>
    JSON.stringify((await caller.call('GET', `/api/audiences/reachable/people/${sarah}`)).body);
  await expect.poll(() => why(agent), { timeout: 20_000 }).toContain(EMAIL);
  expect(await why(analyst)).toContain('•••');
  expect(await why(analyst)).not.toContain(EMAIL);
});

it('an admin decides what is hidden from whom, and it holds at once', async () => {
  const labels = [{ name: 'sensitive', namespaces: ['loyalty'], fields: ['birthday'] }];
  const hidden = { marketer: [], analyst: [], agent: ['sensitive'], viewer: [] };
  const publish = (caller: Caller, document: object) =>
    caller.call('POST', '/api/definitions/labels/labels/publish', { document }, { 'if-match': '*' });
  expect((await publish(analyst, { labels, hidden })).status).toBe(403);
  expect((await publish(owner, { labels, hidden: { ...hidden, agent: ['unknown'] } })).status).toBe(422);
  expect((await publish(owner, { labels, hidden })).status).toBe(200);
  expect((await readBy(analyst)).text).toContain(EMAIL);
  const { person, text } = await readBy(agent);
  expect(text).toContain(EMAIL);
  expect(text).not.toContain('1990-05-03');
  expect(person.identities.find(({ namespace }) => namespace === 'loyalty')?.value).toBe('•••');
});
