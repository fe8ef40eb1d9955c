import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProfileView, TimelineEvent } from '../src/profile/index.ts';
import { type NativeEvent, openShop, type Shop } from './app.ts';

const RUNS = Number(process.env.RAPPORT_TEST_RUNS ?? 8);
const NOON = Date.UTC(2026, 4, 3, 12);
const MINUTE = 60_000;

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const viewed = (user: string, minute: number, more: Partial<NativeEvent> = {}): NativeEvent => ({
  name: 'Product Viewed',
  time: NOON + minute * MINUTE,
  identities: { user },
  ...more,
});

describe('a timeline', () => {
  interface Page {
    readonly events: TimelineEvent[];
    readonly next?: string;
  }

  it('can be read in pages, which show every event once, though many happened at the same moment', async () => {
    const events = Array.from({ length: 23 }, (_, i) =>
      viewed('pages', Math.floor(i / 6), { properties: { i } }),
    );
    await shop.send(events);
    const { id } = await shop.person('user:pages');
    const pages: Page[] = [];
    do {
      const next = pages.at(-1)?.next;
      const path = `/api/people/${id}/timeline?limit=5${next ? `&before=${next}` : ''}`;
      pages.push((await shop.get<Page>(path)).body);
    } while (pages.at(-1)?.next);
    expect(pages.map((page) => page.events.length)).toEqual([5, 5, 5, 5, 3]);
    const all = pages.flatMap((page) => page.events.map((event) => event.properties.i));
    expect(all).toEqual(events.map((_, i) => 22 - i));
  });

  it('can be narrowed to some kinds of events', async () => {
    await shop.send([viewed('kinds', 1), viewed('kinds', 2, { name: 'Product Added' }), viewed('kinds', 3)]);
    const { id } = await shop.person('user:kinds');
    const named = async (query: string) =>
      (await shop.get<Page>(`/api/people/${id}/timeline?${query}`)).body.events.map(({ name }) => name);
    expect(await named('name=Product%20Added')).toEqual(['Product Added']);
    expect(await named('name=Product%20Added&name=Product%20Viewed')).toHaveLength(3);
    expect(await named('name=Nothing')).toEqual([]);
  });

  it('shows each event whole', async () => {
    const context = { page: { path: '/shoes' } };
    await shop.send([
      viewed('whole', 1, {
        id: 'm1',
        properties: { product_id: 'p1', deep: { a: [1] } },
        context,
      }),
    ]);
    const { id } = await shop.person('user:whole');
    expect(await shop.timeline(id)).toEqual([
      {
        id: 'm1',
        derived: 0,
        place: expect.any(Number),
        type: 'track',
        name: 'Product Viewed',
        time: NOON + MINUTE,
        received: expect.any(Number),
        source: 'web',
        channel: 'web',
        session: expect.any(Number),
        identities: ['user:whole'],
        revenue: 0,
        properties: { product_id: 'p1', deep: { a: [1] } },
        context,
      },
    ]);
  });
});

describe('the API of people', () => {
  it('finds a person without her identity standing in the address', async () => {
    await shop.send([
      viewed('private', 1, { identities: { user: 'private', email: 'Private@Example.com' } }),
    ]);
    const found = await shop.post('/api/people/find', { identity: 'email:PRIVATE@example.com ' });
    expect(found).toEqual({ status: 200, body: await shop.person('user:private') });
  });

  it('reads a telephone number without a country code by the country of its source', async () => {
    const british = await shop.addSource('uk', 'web', 'GB');
    await shop.send([viewed('emma', 1, { identities: { user: 'emma', phone: '07911 123456' } })], british);
    await shop.send([viewed('hans', 1, { identities: { user: 'hans', phone: '0171 1234567' } })]);
    expect((await shop.person('phone:+44 7911 123456')).id).toBe((await shop.person('user:emma')).id);
    expect((await shop.person('phone:+49 171 1234567')).id).toBe((await shop.person('user:hans')).id);
  });

  it.each([
    ['/api/people?identity=user', 400, 'identity.unreadable'],
    ['/api/people?identity=cookie:a', 400, 'identity.unreadable'],
    ['/api/people?identity=email:none', 400, 'identity.unreadable'],
    ['/api/people?identity=user:nobody', 404, 'person.unknown'],
    ['/api/people', 400, 'request.invalid'],
    ['/api/people/1', 404, 'person.unknown'],
    ['/api/people/0', 400, 'request.invalid'],
    ['/api/people/sarah', 400, 'request.invalid'],
    ['/api/people/1/timeline', 404, 'person.unknown'],
    ['/api/people/1/timeline?limit=0', 400, 'request.invalid'],
    ['/api/people/1/timeline?before=yesterday', 400, 'request.invalid'],
  ])('GET %s is refused with %i %s', async (path, status, code) => {
    expect(await shop.get(path)).toMatchObject({ status, body: { code } });
  });

  it.each([
    ['/api/people/merge', { people: [1, 2] }, 404, 'person.unknown'],
    ['/api/people/merge', { people: [1, 2], dryRun: true }, 404, 'person.unknown'],
    ['/api/people/merge', { people: [1] }, 400, 'request.invalid'],
    ['/api/people/1/unmerge', { absorbed: 2 }, 404, 'person.unknown'],
  ])('POST %s %j is refused with %i %s', async (path, body, status, code) => {
    expect(await shop.post(path, body)).toMatchObject({ status, body: { code } });
  });

  it('refuses a merge and an un-merge that make no sense, and a preview says the same', async () => {
    await shop.send([viewed('odd', 1)]);
    const { id } = await shop.person('user:odd');
    for (const dryRun of [true, false])
      for (const [path, body, status, code] of [
        ['/api/people/merge', { people: [id, id] }, 409, 'identity.same-person'],
        [`/api/people/${id}/unmerge`, {}, 400, 'identity.order-unreadable'],
        [`/api/people/${id}/unmerge`, { absorbed: 42 }, 404, 'identity.merge-unknown'],
        [`/api/people/${id}/unmerge`, { keys: ['user:other'] }, 409, 'identity.not-hers'],
        [`/api/people/${id}/unmerge`, { keys: ['user:odd'] }, 409, 'identity.nothing-left'],
      ] as const)
        expect(await shop.post(path, { ...body, dryRun })).toMatchObject({ status, body: { code } });
  });
});

describe('the time machine', () => {
  const draft = fc.record({
    device: fc.constantFrom('phone', 'laptop'),
    says: fc.constantFrom('nothing', 'nothing', 'user', 'email'),
    what: fc.constantFrom('view', 'order', 'refund', 'cancel', 'consent', 'identify'),
    minute: fc.integer({ min: 0, max: 200 }),
    value: fc.integer({ min: 1, max: 4 }),
  });
  type Draft = typeof draft extends fc.Arbitrary<infer T> ? T : never;

  /** An event of a shopper with two devices; `world` keeps the shoppers of different runs apart. */
  const eventOf = (world: string, { device, says, what, minute, value }: Draft): NativeEvent => {
    const identities: Record<string, string> = { anonymous: `${world}-${device}` };
    if (says !== 'nothing') identities.user = world;
    if (says === 'email') identities.email = `${world}@example.com`;
    const order = {
      order_id: `o${value}`,
      revenue: value * 10,
      products: [{ product_id: 'p', quantity: value }],
    };
    const kinds = {
      view: { name: 'Product Viewed', properties: { product_id: `p${value}` } },
      order: { name: 'Order Completed', properties: order },
      refund: { name: 'Order Refunded', properties: { order_id: `o${value}`, total: value } },
      cancel: { name: 'Order Cancelled', properties: { order_id: `o${value}` } },
      consent: { name: 'Consent Updated', properties: { channel: 'email', state: value > 2 ? 'in' : 'out' } },
      identify: { type: 'identify', properties: { size: value, loyalty: { points: value } } },
    };
    return { ...kinds[what], identities, time: NOON + minute * MINUTE };
  };

  // In order of time: of an event that came late nobody can tell any more who knew what when.
  const drafts = fc
    .array(draft, { minLength: 1, maxLength: 15 })
    .map((list) => list.toSorted((a, b) => a.minute - b.minute));

  it('as of now, everybody is as she is; as of a moment, she is as if nothing had happened since', async () => {
    const worlds = { count: 0 };
    const property = fc.asyncProperty(drafts, fc.nat(200), async (drafts, minute) => {
      const [whole, early] = [`whole-${++worlds.count}`, `early-${worlds.count}`];
      const until = drafts.filter((each) => each.minute <= minute);
      const events = [
        ...drafts.map((each) => eventOf(whole, each)),
        ...until.map((each) => eventOf(early, each)),
      ];
      await shop.send(events);
      for (const device of ['phone', 'laptop']) {
        const now = await find(`anonymous:${whole}-${device}`);
        const then = await find(`anonymous:${early}-${device}`);
        if (!now) continue;
        expect(await at(now.id, NOON + 1_000 * MINUTE)).toEqual(withoutTraits(now));
        if (!then) continue;
        // Whoever joined her later is read by the id of that time.
        const ids = [now.id, ...now.merges.map(({ from }) => from)];
        const views = await Promise.all(ids.map((id) => at(id, NOON + minute * MINUTE)));
        expect(views.map((view) => plain(view, whole))).toContainEqual(plain(then, early));
      }
    });
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
  });

  const at = async (id: number, time: number): Promise<ProfileView> =>
    (await shop.get<ProfileView>(`/api/people/${id}?at=${new Date(time).toISOString()}`)).body;
  const find = async (identity: string): Promise<ProfileView | undefined> => {
    const { status, body } = await shop.get<ProfileView>(`/api/people?identity=${identity}`);
    return status === 200 ? body : undefined;
  };
  /** The values of traits are those of now; as of a moment they are not told. */
  const withoutTraits = ({ traits: _, ...view }: ProfileView) => view;
  /** Without ids and with the names that every world shares; links are as they are today, so only which there were. */
  const plain = (view: ProfileView, world: string) => ({
    ...withoutTraits(view),
    id: 0,
    merges: view.merges.length,
    identities: view.identities.map(({ namespace, value, since }) => [
      namespace,
      value.replace(world, ''),
      since,
    ]),
  });
});
