import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Channel, EVENTS_PER_RECORD_MAX, type Protocol, placeOf } from '../core/index.ts';
import { decodeCollected } from './decode.ts';
import type { CollectedHeader, Decoded, DecodedEvent } from './decoded.ts';
import { EVENT_CHARACTERS_MAX } from './weigh.ts';

const RECEIVED = Date.UTC(2026, 4, 3, 12);
const at = (ms: number) => new Date(RECEIVED + ms).toISOString();
const DAY_MS = 86_400_000;

function headerOf(protocol: Protocol, channel: Channel = 'web'): CollectedHeader {
  return { kind: 'collected', protocol, source: 'shop', channel, received: RECEIVED };
}
function decode(
  body: unknown,
  protocol: Protocol = 'segment',
  channel: Channel = 'web',
  position = 5,
): Decoded {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return decodeCollected({ header: headerOf(protocol, channel), body: Buffer.from(text) }, position);
}
function one(message: object, channel?: Channel): DecodedEvent {
  const { events, rejects } = decode({ batch: [message] }, 'segment', channel);
  expect(rejects).toEqual([]);
  return events[0]!;
}
const codes = (decoded: Decoded) => decoded.rejects.map((reject) => reject.code);
const values = (event: DecodedEvent) =>
  event.identities.map(({ namespace, value }) => `${namespace}:${value}`);
const track = { type: 'track', event: 'Ping', userId: 'u1', messageId: 'm1' };

describe('Segment messages', () => {
  test('a track call becomes an event with everything that later stages read', () => {
    const message = {
      ...track,
      anonymousId: 'a1',
      properties: { total: '12.50', sku: '007' },
      context: { page: { path: '/' } },
      timestamp: at(-1_000),
    };
    expect(one(message)).toEqual({
      ordinal: 0,
      id: 'm1',
      type: 'track',
      name: 'Ping',
      time: RECEIVED - 1_000,
      received: RECEIVED,
      source: 'shop',
      channel: 'web',
      identities: [
        { namespace: 'anonymous', value: 'a1' },
        { namespace: 'user', value: 'u1' },
      ],
      properties: { total: '12.50', sku: '007' },
      context: { page: { path: '/' } },
    });
  });

  test('the same record gives the same events for ever, parsed or not', () => {
    const body = {
      batch: [track, { ...track, messageId: undefined }, { type: 'x' }],
      context: { ip: '::1' },
    };
    const entry = { header: headerOf('segment'), body: Buffer.from(JSON.stringify(body)) };
    const first = decodeCollected(entry, 9);
    expect(decodeCollected(entry, 9)).toEqual(first);
    expect(decodeCollected(entry, 9, JSON.parse(JSON.stringify(body)))).toEqual(first);
  });

  test('a batch sent four times decodes to the same events, so that they count once', () => {
    const body = { batch: [{ ...track, timestamp: at(-5_000) }], sentAt: at(0) };
    const events = [1, 2, 3, 4].map((position) => decode(body, 'segment', 'web', position).events);
    expect(events).toEqual(Array(4).fill(events[0]));
  });

  test('what a batch says once holds for its members, whose own words win', () => {
    const { events } = decode({
      context: { ip: '10.0.0.1', locale: 'nl' },
      integrations: { Meta: false },
      batch: [track, { ...track, context: { locale: 'de' }, integrations: { Meta: true, All: false } }],
    });
    expect(events.map((event) => event.context)).toEqual([
      { ip: '10.0.0.1', locale: 'nl', integrations: { Meta: false } },
      { ip: '10.0.0.1', locale: 'de', integrations: { Meta: true, All: false } },
    ]);
    expect(one({ ...track, integrations: { All: true } }).context).toEqual({});
  });

  test('pages, screens, groups and aliases keep what names them among their properties', () => {
    const { events } = decode({
      batch: [
        {
          type: 'page',
          anonymousId: 'a',
          name: 'Home',
          category: 'Top',
          properties: { path: '/', name: 'Start' },
        },
        { type: 'screen', anonymousId: 'a', name: 'Cart' },
        { type: 'group', userId: 'u', groupId: 7, traits: { plan: 'b2b', email: 'office@firm.example' } },
        { type: 'alias', userId: 'u', previousId: 'old' },
      ],
    });
    expect(events.map((event) => [event.name, event.properties, values(event)])).toEqual([
      ['Page Viewed', { path: '/', name: 'Start', category: 'Top' }, ['anonymous:a']],
      ['Screen Viewed', { name: 'Cart' }, ['anonymous:a']],
      // The address of a firm is nobody's own.
      ['Group Joined', { plan: 'b2b', email: 'office@firm.example', groupId: '7' }, ['user:u']],
      ['Alias Given', { previousId: 'old' }, ['user:u', 'user:old']],
    ]);
  });

  test('the attributes of an identify come from traits, or from context.traits as RudderStack sends them', () => {
    const identify = { type: 'identify', userId: 'u' };
    expect(one({ ...identify, traits: { a: 1 } }).properties).toEqual({ a: 1 });
    expect(one({ ...identify, context: { traits: { a: 1 } } }).properties).toEqual({ a: 1 });
    expect(one({ ...identify, traits: { a: 2 }, context: { traits: { a: 1, b: 1 } } }).properties).toEqual({
      a: 2,
      b: 1,
    });
  });

  test.each([
    ['Viewed Product', 'Product Viewed'],
    ['Completed Order', 'Order Completed'],
    ['Viewed Product Category', 'Product List Viewed'],
    ['product_viewed', 'Product Viewed'],
    ['order completed', 'Order Completed'],
    ['OrderCompleted', 'Order Completed'],
    ['Order Completed', 'Order Completed'],
    ['Product Added to Wishlist', 'Product Added to Wishlist'],
    ['Viewed Something Else', 'Viewed Something Else'],
    ['constructor', 'constructor'],
    [' Ping ', 'Ping'],
  ])('the event "%s" is called "%s"', (event, name) => {
    expect(one({ ...track, event }).name).toBe(name);
  });

  test('ids of v1 commerce events get their v2 keys; v2 events are left alone', () => {
    const v1 = {
      id: 'o1',
      total: 5,
      products: [
        { id: 'p1', price: 5 },
        { id: 'x', product_id: 'p2' },
      ],
    };
    expect(one({ ...track, event: 'Completed Order', properties: v1 }).properties).toEqual({
      ...v1,
      order_id: 'o1',
      products: [
        { id: 'p1', price: 5, product_id: 'p1' },
        { id: 'x', product_id: 'p2' },
      ],
    });
    expect(one({ ...track, event: 'Order Completed', properties: v1 }).properties).toEqual(v1);
  });
});

describe('who a Segment message names', () => {
  test('the device comes first, then the user, then what she told of herself', () => {
    const message = {
      type: 'identify',
      userId: 507,
      anonymousId: 'a1',
      traits: { email: 'S@x.example', phone: '0612', loyaltyId: 'L1' },
      context: {
        device: { token: 'push1' },
        externalId: [
          { type: 'crmId', id: 'c1' },
          { type: 'bad type', id: 1 },
        ],
      },
    };
    expect(values(one(message))).toEqual([
      'anonymous:a1',
      'user:507',
      'email:S@x.example',
      'phone:0612',
      'loyalty:L1',
      'push:push1',
      'crm:c1',
    ]);
  });

  test('an address that an anonymous visitor types is not taken for hers', () => {
    const typed = {
      type: 'track',
      event: 'Cart Shared',
      anonymousId: 'a1',
      properties: { email: 'friend@x.example' },
    };
    expect(values(one(typed))).toEqual(['anonymous:a1']);
    expect(values(one({ ...typed, userId: 'u1' }))).toEqual([
      'anonymous:a1',
      'user:u1',
      'email:friend@x.example',
    ]);
    expect(values(one({ ...typed, anonymousId: undefined }))).toEqual(['email:friend@x.example']);
  });

  test('traits that a client repeats with every event name her once she is a user', () => {
    const message = { ...track, anonymousId: 'a1', context: { traits: { email: 'a@x.example' } } };
    expect(values(one(message))).toEqual(['anonymous:a1', 'user:u1', 'email:a@x.example']);
    expect(values(one({ ...message, userId: '' }))).toEqual(['anonymous:a1']);
  });

  test('a till names the card, or else the receipt', () => {
    const sale = {
      type: 'track',
      event: 'Order Completed',
      properties: { loyalty_id: 'L1', order_id: 'r1' },
    };
    expect(values(one(sale, 'store'))).toEqual(['loyalty:L1']);
    expect(values(one({ ...sale, properties: { order_id: 'r1' } }, 'store'))).toEqual(['receipt:r1']);
    expect(codes(decode({ batch: [sale] }))).toEqual(['event.no-identity']);
  });

  test('reports of advertising are about nobody when they name nobody; other events must say so', () => {
    const report = { type: 'track', event: 'Ad Cost Reported', properties: { cost: 3 } };
    expect(values(one(report, 'ad'))).toEqual([]);
    expect(values(one({ ...report, userId: 'u1' }, 'ad'))).toEqual(['user:u1']);
    expect(codes(decode({ batch: [report, { type: 'identify' }] }))).toEqual([
      'event.no-identity',
      'event.no-identity',
    ]);
    const counter = { type: 'track', event: 'Visitors Counted', context: { about: 'nobody' } };
    expect(values(one(counter, 'store'))).toEqual([]);
    expect(values(one({ ...counter, anonymousId: 'gate-7' }, 'store'))).toEqual([]);
    expect(codes(decode({ batch: [{ ...counter, type: 'identify' }] }))).toEqual(['event.no-identity']);
  });

  test('an alias joins a device where the old id is one', () => {
    const alias = { type: 'alias', userId: 'u' };
    const uuid = '0b9c4b1e-6f0e-4bd8-8d4c-3c0f2a8f9d11';
    expect(values(one({ ...alias, previousId: uuid }))).toEqual(['user:u', `anonymous:${uuid}`]);
    expect(values(one({ ...alias, previousId: 'a', anonymousId: 'a' }))).toEqual(['anonymous:a', 'user:u']);
  });

  test('blank-like values are passed on: identity judges them', () => {
    expect(values(one({ ...track, anonymousId: 'null', userId: ' ' }))).toEqual(['anonymous:null', 'user: ']);
  });

  test('values that no engine could give back are made storable', () => {
    expect(values(one({ ...track, userId: 'a\0b\ud800' }))).toEqual(['user:a\uFFFDb\uFFFD']);
    expect(one({ ...track, messageId: '\udc00' }).id).toBe('\uFFFD');
  });
});

describe('times', () => {
  const timeOf = (timestamp: unknown, sentAt?: unknown) =>
    one({ ...track, timestamp, sentAt }).time - RECEIVED;

  test('a clock that is off by days cancels out', () => {
    for (const off of [-9 * DAY_MS, 9 * DAY_MS, -20_000 * DAY_MS]) {
      expect(timeOf(at(off - 5_000), at(off))).toBe(-5_000);
    }
  });

  test('the time of a batch counts for members without their own', () => {
    const { events } = decode({ batch: [{ ...track, timestamp: at(DAY_MS - 3_000) }], sentAt: at(DAY_MS) });
    expect(events[0]?.time).toBe(RECEIVED - 3_000);
  });

  test.each([
    ['nothing', undefined, undefined],
    ['a time after its sending', at(5_000), at(0)],
    ['a future time without a sending time', at(DAY_MS), undefined],
    ['no time', 'soon', at(0)],
    ['a time before there were shops on line', '1970-01-01T00:00:01Z', undefined],
    ['a month that is none', '2026-13-01T00:00:00.000Z', undefined],
  ])('%s is the time of receipt', (_what, timestamp, sentAt) => {
    expect(timeOf(timestamp, sentAt)).toBe(0);
  });

  test('an absurd sending time is ignored where the time itself is plausible', () => {
    expect(timeOf(at(-DAY_MS), '9999-01-01T00:00:00Z')).toBe(-DAY_MS);
  });

  test.each([
    ['2026-05-03T11:00:00.000Z', -3_600_000],
    ['2026-05-03T11:00:00Z', -3_600_000],
    ['2026-05-03T13:00:00+02:00', -3_600_000],
    ['2026-05-03T13:00:00.123456+0200', -3_600_000 + 123],
    ['2026-05-03 11:00', -3_600_000],
    ['2026-05-03T11:00:00,5', -3_600_000 + 500],
    ['2026-05-03', -12 * 3_600_000],
    [RECEIVED - 7, -7],
    [RECEIVED / 1000 - 7, -7_000],
    [String(RECEIVED - 7), -7],
  ])('%s is understood, without an offset as UTC', (timestamp, expected) => {
    expect(timeOf(timestamp)).toBe(expected);
  });

  test('RudderStack keeps the time of the call in originalTimestamp and a given one in timestamp', () => {
    const message = { ...track, originalTimestamp: at(-1_000), sentAt: at(0) };
    expect(one(message).time).toBe(RECEIVED - 1_000);
    expect(one({ ...message, timestamp: at(-DAY_MS) }).time).toBe(RECEIVED - DAY_MS);
  });
});

describe('message ids', () => {
  test('a missing id is the place in the log, which no other event has', () => {
    const { events } = decode({ batch: [track, { ...track, messageId: undefined }] }, 'segment', 'web', 3);
    expect(events.map((event) => event.id)).toEqual(['m1', `place-${placeOf(3, 1)}`]);
  });

  test('a long id is shortened so that resent events still match and different ones do not', () => {
    const id = 'x'.repeat(300);
    const [a, b, c] = [id, id, `${id}y`].map((messageId) => one({ ...track, messageId }).id);
    expect(a).toBe(b);
    expect(a).not.toBe(c);
    expect(a!.length).toBeLessThan(100);
  });
});

describe('events that are refused', () => {
  const big = 'x'.repeat(16_000);
  test.each<[string, unknown]>([
    ['event.not-an-object', null],
    ['event.not-an-object', 'text'],
    ['event.not-an-object', [track]],
    ['event.unknown-type', { ...track, type: 'buy' }],
    ['event.unknown-type', { ...track, type: 'constructor' }],
    ['event.unknown-type', {}],
    ['event.no-name', { ...track, event: '  ' }],
    ['event.no-name', { ...track, event: 5 }],
    ['event.name-too-long', { ...track, event: 'x'.repeat(201) }],
    ['event.no-identity', { ...track, userId: null }],
    ['event.no-identity', { ...track, userId: {} }],
    ['event.no-group-id', { ...track, type: 'group' }],
    ['event.no-previous-id', { ...track, type: 'alias' }],
    ['event.malformed', { ...track, properties: 'x' }],
    ['event.malformed', { ...track, context: [] }],
    ['event.malformed', { type: 'identify', userId: 'u', traits: 5 }],
    ['event.identity-too-long', { ...track, userId: 'x'.repeat(301) }],
    ['event.too-large', { ...track, properties: { a: big, b: big, c: big } }],
    ['event.text-too-long', { ...track, properties: { a: big + big } }],
    ['event.key-too-long', { ...track, properties: { ['x'.repeat(201)]: 1 } }],
    ['event.too-many-keys', { ...track, properties: { a: Array(4_001).fill(0) } }],
  ])('%s', (code, message) => {
    const decoded = decode({ batch: [message, track] });
    expect(codes(decoded)).toEqual([code]);
    expect(decoded.events.map((event) => event.ordinal)).toEqual([1]);
    expect(decoded.rejects[0]?.message).toMatch(/\w.*\.$/);
  });

  test('nesting is refused however deep it is', () => {
    for (const depth of [17, 100_000]) {
      const deep = '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
      expect(
        codes(decode(`{"batch":[{"type":"track","event":"x","userId":"u","properties":${deep}}]}`)),
      ).toEqual(['event.too-deep']);
    }
  });

  test('__proto__ is refused wherever it stands; constructor is a key like any other', () => {
    const message =
      '{"type":"track","event":"x","userId":"u","properties":{"a":[{"__proto__":{"polluted":1}}]}}';
    const decoded = decode(`{"batch":[${message}, {"__proto__":{"type":"track"}}]}`);
    expect(codes(decoded)).toEqual(['event.unsafe-key', 'event.unsafe-key']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(one({ ...track, properties: { constructor: { prototype: { x: 1 } } } }).properties).toEqual({
      constructor: { prototype: { x: 1 } },
    });
  });

  test('a reject can be sent again by itself: id, corrected time and what the batch lent are in it', () => {
    const { rejects } = decode({
      writeKey: 'wk',
      sentAt: at(DAY_MS),
      context: { ip: '::1' },
      batch: [{ type: 'track', messageId: 'm9', userId: 'u', timestamp: at(DAY_MS - 2_000), writeKey: 'wk' }],
    });
    expect(rejects).toEqual([
      {
        ordinal: 0,
        code: 'event.no-name',
        message: 'A track call needs the name of the event in "event".',
        event: { type: 'track', messageId: 'm9', userId: 'u', context: { ip: '::1' }, timestamp: at(-2_000) },
      },
    ]);
  });

  test('whatever JSON a record holds, every member is an event or a reject, and nothing is thrown', () => {
    const message = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.record(
        {
          type: fc.constantFrom('track', 'identify', 'page', 'group', 'alias', 'x'),
          event: fc.jsonValue({ maxDepth: 1 }),
          userId: fc.jsonValue({ maxDepth: 1 }),
          anonymousId: fc.jsonValue({ maxDepth: 1 }),
          previousId: fc.jsonValue({ maxDepth: 1 }),
          groupId: fc.jsonValue({ maxDepth: 1 }),
          messageId: fc.jsonValue({ maxDepth: 1 }),
          timestamp: fc.jsonValue({ maxDepth: 1 }),
          sentAt: fc.jsonValue({ maxDepth: 1 }),
          properties: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
          traits: fc.jsonValue({ maxDepth: 2 }),
          context: fc.jsonValue({ maxDepth: 3 }),
          integrations: fc.jsonValue({ maxDepth: 1 }),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(fc.array(message, { maxLength: 10 }), fc.jsonValue({ maxDepth: 2 }), (batch, context) => {
        for (const [protocol, body] of [
          ['segment', { batch, context, sentAt: context }],
          ['native', { events: batch, sentAt: context }],
          ['import', { events: batch }],
        ] as const) {
          const { events, rejects } = decode(body, protocol);
          const ordinals = [...events, ...rejects].map((member) => member.ordinal).sort((a, b) => a - b);
          expect(ordinals).toEqual(batch.map((_, i) => i));
          for (const event of events) {
            expect(event.time).toBeLessThanOrEqual(RECEIVED);
            expect(event.identities.length).toBeGreaterThan(0);
            expect(event.id.length).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a damaged record is a reject, one of another kind is an error', () => {
    expect(codes(decode('{"batch":['))).toEqual(['record.unreadable']);
    const entry = { header: { kind: 'tick', received: 1 } as const, body: Buffer.from('') };
    expect(() => decodeCollected(entry, 0)).toThrow(
      expect.objectContaining({ code: 'record.not-collected' }),
    );
    const many = { events: Array(EVENTS_PER_RECORD_MAX + 1).fill({}) };
    expect(() => decode(many, 'import')).toThrow(expect.objectContaining({ code: 'record.too-many-events' }));
  });

  test('the limit of an event is what Segment documents', () => {
    const filled = (characters: number) => ({
      a: 'x'.repeat(10_000),
      b: 'x'.repeat(10_000),
      c: 'x'.repeat(characters - 20_000),
    });
    const size =
      EVENT_CHARACTERS_MAX - JSON.stringify({ ...track, properties: { a: '', b: '', c: '' } }).length;
    expect(codes(decode({ batch: [{ ...track, properties: filled(size - 20) }] }))).toEqual([]);
    expect(codes(decode({ batch: [{ ...track, properties: filled(size + 20) }] }))).toEqual([
      'event.too-large',
    ]);
  });
});

describe('native and imported events', () => {
  const event = {
    id: 'e1',
    name: 'Order Completed',
    time: at(-1_000),
    identities: { user: 'u1' },
    properties: { total: 5 },
  };

  test('an event is taken as it is written', () => {
    expect(decode({ events: [event] }, 'native').events).toEqual([
      {
        ordinal: 0,
        id: 'e1',
        type: 'track',
        name: 'Order Completed',
        time: RECEIVED - 1_000,
        received: RECEIVED,
        source: 'shop',
        channel: 'web',
        identities: [{ namespace: 'user', value: 'u1' }],
        properties: { total: 5 },
        context: {},
      },
    ]);
  });

  test('identities are a list or an object, in their order; empty ones are left out', () => {
    const lists = [
      [
        { namespace: 'loyalty', value: 5 },
        { namespace: 'email', value: null },
        { namespace: 'email', value: 'a@x.example' },
      ],
      { loyalty: 5, phone: '', email: 'a@x.example' },
    ];
    const { events } = decode({ events: lists.map((identities) => ({ ...event, identities })) }, 'native');
    expect(events.map(values)).toEqual(Array(2).fill(['loyalty:5', 'email:a@x.example']));
  });

  test('events that are not track have names of their own', () => {
    const types = ['identify', 'page', 'screen', 'group', 'alias'];
    const { events } = decode(
      { events: types.map((type) => ({ ...event, type, name: undefined })) },
      'native',
    );
    expect(events.map((one) => one.name)).toEqual([
      'Identified',
      'Page Viewed',
      'Screen Viewed',
      'Group Joined',
      'Alias Given',
    ]);
  });

  test.each<[string, object]>([
    ['event.no-name', { name: undefined }],
    ['event.no-name', { name: ' ' }],
    ['event.name-too-long', { name: 'x'.repeat(201) }],
    ['event.unknown-type', { type: 'toString' }],
    ['event.malformed', { properties: [] }],
    ['event.id-too-long', { id: 'x'.repeat(100) }],
    ['event.id-too-long', { id: {} }],
    ['event.bad-time', { time: 'tomorrow' }],
    ['event.bad-time', { time: '1970-01-02' }],
    ['event.no-identity', { identities: [] }],
    ['event.no-identity', { identities: undefined }],
    ['event.bad-identity', { identities: 'u1' }],
    ['event.bad-identity', { identities: { Email: 'x' } }],
    ['event.bad-identity', { identities: [{ namespace: 'user' }, 'x'] }],
    ['event.bad-identity', { identities: { user: true } }],
    ['event.identity-too-long', { identities: { user: 'x'.repeat(301) } }],
    ['event.too-many-identities', { identities: Array(33).fill({ namespace: 'user', value: 'u' }) }],
    ['event.unsafe-key', JSON.parse('{"identities":{"__proto__":"x"}}')],
  ])('%s', (code, more) => {
    expect(codes(decode({ events: [{ ...event, ...more }] }, 'native'))).toEqual([code]);
  });

  test('a sender’s clock is corrected in native events and has no meaning in files', () => {
    const body = { sentAt: at(-DAY_MS), events: [{ ...event, time: at(-DAY_MS - 1_000) }] };
    expect(decode(body, 'native').events[0]?.time).toBe(RECEIVED - 1_000);
    expect(decode(body, 'import').events[0]?.time).toBe(RECEIVED - DAY_MS - 1_000);
  });
});
