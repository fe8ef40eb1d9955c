import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodeRecord, refusal } from '../core/index.ts';
import { BATCH_EVENTS_MAX } from './envelope.ts';
import { type Bench, openBench, source } from './ingest.fixture.ts';
import { BODY_BYTES_MAX } from './unpack.ts';

const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
const AUTH = { authorization: basic('wk') };
const track = (messageId: string, more: object = {}) => ({
  type: 'track',
  event: 'Ping',
  userId: 'u1',
  messageId,
  ...more,
});

let bench: Bench;
beforeEach(async () => {
  bench = await openBench({
    sources: [
      source('wk'),
      source('off', { enabled: false }),
      source('till', { channel: 'store', country: 'NL' }),
    ],
  });
});
afterEach(() => bench.close());

const post = (url: string, payload: string | Buffer | object, headers: Record<string, string> = AUTH) =>
  bench.app.inject({ method: 'POST', url, payload, headers });

describe('collecting', () => {
  test('a batch becomes one log record with the body as it came, and is handed on parsed', async () => {
    const text = `{"batch":[ ${JSON.stringify(track('m1'))} ],"sentAt":"2026-05-03T12:00:00.000Z"}`;
    const answer = await post('/v1/batch', text, { ...AUTH, 'content-type': 'application/json' });
    expect([answer.statusCode, answer.json()]).toEqual([200, { success: true }]);
    expect(bench.log).toHaveLength(1);
    const record = decodeRecord(bench.log[0]!);
    expect(record.header).toEqual({
      kind: 'collected',
      protocol: 'segment',
      source: 'source-wk',
      channel: 'web',
      received: bench.clock.time,
    });
    expect(Buffer.from(record.body).toString()).toBe(text);
    expect(bench.handedOff).toEqual([{ position: 0, header: record.header, parsed: JSON.parse(text) }]);
  });

  test('the country of a source is copied into the record, so that a later change of the source changes no history', async () => {
    await post('/v1/track', track('m'), { authorization: basic('till') });
    expect(bench.entries()[0]?.header).toMatchObject({ channel: 'store', country: 'NL' });
  });

  test.each([
    ['track', 't', { event: 'Ping' }, 'Ping'],
    ['identify', 'i', { traits: { plan: 'gold' } }, 'Identified'],
    ['page', 'p', { name: 'Home' }, 'Page Viewed'],
    ['screen', 's', { name: 'Home' }, 'Screen Viewed'],
    ['group', 'g', { groupId: 'g1' }, 'Group Joined'],
    ['alias', 'a', { previousId: 'old' }, 'Alias Given'],
  ])(
    'the routes of %s say what a call is, whether or not the body does',
    async (type, letter, more, name) => {
      const body = { userId: 'u1', messageId: 'm1', ...more };
      for (const path of [`/v1/${type}`, `/v1/${letter}`]) {
        expect((await post(path, body)).statusCode).toBe(200);
        expect((await post(path, { ...body, type })).statusCode).toBe(200);
      }
      const events = bench.events();
      expect(events.map((event) => [event.type, event.name, event.id])).toEqual(
        Array(4).fill([type, name, 'm1']),
      );
      // What is handed on decodes like what is written.
      expect(bench.handedOff.map((one) => (one.parsed as { type: string }).type)).toEqual(
        Array(4).fill(type),
      );
    },
  );

  test.each(['/v1/batch', '/v1/b', '/v1/import', '/beacon/v1/batch'])('%s takes a batch', async (path) => {
    expect((await post(path, { batch: [track('a'), track('b')] })).statusCode).toBe(200);
    expect(bench.events().map((event) => event.id)).toEqual(['a', 'b']);
  });

  test('figures that clients send about themselves are answered and forgotten', async () => {
    expect((await post('/v1/m', '{"series":[]}', {})).statusCode).toBe(200);
    expect(bench.log).toEqual([]);
  });

  test('the write key may come as Basic user, as Bearer, in the body, in its first message or in the query', async () => {
    const body = { batch: [track('m')] };
    expect((await post('/v1/batch', body, AUTH)).statusCode).toBe(200);
    expect((await post('/v1/batch', body, { authorization: 'Bearer wk' })).statusCode).toBe(200);
    expect((await post('/v1/batch', { ...body, writeKey: 'wk' }, {})).statusCode).toBe(200);
    expect((await post('/v1/batch', { batch: [track('m', { writeKey: 'wk' })] }, {})).statusCode).toBe(200);
    expect((await post('/v1/batch?writeKey=wk', body, {})).statusCode).toBe(200);
    expect(bench.log).toHaveLength(5);
  });

  test.each([
    ['source.no-key', {}, {}],
    ['source.unknown-key', { authorization: basic('nobody') }, {}],
    ['source.unknown-key', { authorization: `Basic ${'A'.repeat(4_000)}` }, {}],
    ['source.unknown-key', {}, { writeKey: 'nobody' }],
    ['source.unknown-key', { authorization: basic('__proto__') }, {}],
    ['source.disabled', { authorization: basic('off') }, {}],
    ['source.disabled', {}, { writeKey: 'off' }],
  ])('a request with a wrong key is answered 401 %s and nothing is kept', async (code, headers, more) => {
    for (const [path, body] of [
      ['/v1/batch', { batch: [track('m')], ...more }],
      ['/v1/track', { ...track('m'), ...more }],
    ] as const) {
      const answer = await post(path, body, headers as Record<string, string>);
      expect([answer.statusCode, answer.json().code]).toEqual([401, code]);
    }
    expect(bench.log).toEqual([]);
  });

  test.each([
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'nonsense',
    ';;',
    'text/plain; charset=UTF-8',
    '',
  ])('a body is read as JSON when its content type is "%s"', async (type) => {
    const headers = { ...AUTH, ...(type === '' ? {} : { 'content-type': type }) };
    expect((await post('/v1/batch', JSON.stringify({ batch: [track('m')] }), headers)).statusCode).toBe(200);
    expect(bench.events()).toHaveLength(1);
  });

  test('gzip is unpacked when it is declared and when it is not, and the log holds plain text', async () => {
    const packed = gzipSync(JSON.stringify({ batch: [track('m')] }));
    const form = { ...AUTH, 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': 'gzip' };
    expect((await post('/v1/batch', packed, form)).statusCode).toBe(200);
    expect((await post('/v1/batch', packed, AUTH)).statusCode).toBe(200);
    expect(bench.entries().map((entry) => Buffer.from(entry.body).toString())).toEqual(
      Array(2).fill(JSON.stringify({ batch: [track('m')] })),
    );
  });

  test('a byte order mark is taken off', async () => {
    expect((await post('/v1/batch', `\uFEFF${JSON.stringify({ batch: [track('m')] })}`)).statusCode).toBe(
      200,
    );
    expect(bench.events()).toHaveLength(1);
  });

  test('one wrong event does not refuse its batch', async () => {
    const batch = [track('a'), { type: 'track', userId: 'u' }, 7, track('b')];
    expect((await post('/v1/batch', { batch })).json()).toEqual({ success: true });
    expect(bench.events().map((event) => [event.id, event.ordinal])).toEqual([
      ['a', 0],
      ['b', 3],
    ]);
    expect(bench.rejects().map((reject) => [reject.ordinal, reject.code])).toEqual([
      [1, 'event.no-name'],
      [2, 'event.not-an-object'],
    ]);
  });
});

describe('requests that are refused', () => {
  test.each<[string, string | Buffer, number, string, Record<string, string>]>([
    ['no body', '', 400, 'ingest.empty', {}],
    ['not JSON', '{"batch":[', 400, 'ingest.bad-json', {}],
    ['not an object', '[1]', 400, 'ingest.bad-envelope', {}],
    ['a batch without messages', '{"batch":{}}', 400, 'ingest.bad-envelope', {}],
    ['no batch at all', '{"userId":"u"}', 400, 'ingest.bad-envelope', {}],
    [
      'invalid UTF-8',
      Buffer.concat([Buffer.from('{"batch":[],"x":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
      400,
      'ingest.not-utf8',
      {},
    ],
    ['too many events', `{"batch":[${'{},'.repeat(BATCH_EVENTS_MAX)}{}]}`, 400, 'ingest.too-many-events', {}],
    [
      'a context that would multiply',
      JSON.stringify({ batch: [], context: { a: 'x'.repeat(5_000) } }),
      400,
      'ingest.bad-envelope',
      {},
    ],
    [
      'a context with __proto__',
      '{"batch":[],"context":{"__proto__":{"a":1}}}',
      400,
      'ingest.bad-envelope',
      {},
    ],
    ['gzip that is none', '{"batch":[]}', 400, 'ingest.bad-gzip', { 'content-encoding': 'gzip' }],
    ['gzip that breaks off', gzipSync('{"batch":[]}').subarray(0, 20), 400, 'ingest.bad-gzip', {}],
    ['a coding nobody knows', '{"batch":[]}', 415, 'ingest.encoding-unknown', { 'content-encoding': 'zstd' }],
  ])('%s', async (_what, body, status, code, headers) => {
    const answer = await post('/v1/batch', body, { ...AUTH, ...headers });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(bench.log).toEqual([]);
  });

  test('the answer to broken JSON quotes nothing of the body', async () => {
    const answer = await post('/v1/track', '{"email":"sarah@example.com",}');
    expect(answer.statusCode).toBe(400);
    expect(answer.body).not.toContain('sarah');
  });

  test('deep nesting is answered at once, in the envelope and in an event', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect((await post('/v1/batch', deep)).json().code).toBe('ingest.bad-envelope');
    expect(
      (await post('/v1/track', `{"event":"x","userId":"u","properties":{"a":${deep}}}`)).statusCode,
    ).toBe(200);
    expect((await post('/v1/batch', `{"batch":[],"context":{"a":${deep}}}`)).statusCode).toBe(400);
    expect(bench.rejects().map((reject) => reject.code)).toEqual(['event.too-deep']);
  });

  test('a gzip bomb stops at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(BODY_BYTES_MAX);
    const before = process.memoryUsage().arrayBuffers;
    const answer = await post('/v1/batch', bomb);
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'ingest.too-large']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
  });

  test('a body of 100 MB is refused by its length before it is sent', async () => {
    const address = new URL(await bench.listen());
    const socket = connect(Number(address.port), address.hostname);
    socket.write(
      `POST /v1/batch HTTP/1.1\r\nhost: x\r\nauthorization: ${basic('wk')}\r\ncontent-length: ${100 * 1024 * 1024}\r\n\r\n{"batch":[`,
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  test('a body of unknown length is cut off at the limit', async () => {
    const address = new URL(await bench.listen());
    const request = httpRequest({
      host: address.hostname,
      port: address.port,
      path: '/v1/batch',
      method: 'POST',
      headers: AUTH,
    });
    let sent = 0;
    const status = await new Promise<number | undefined>((resolve) => {
      request.on('response', (response) => resolve(response.statusCode));
      request.on('error', () => {});
      const chunk = Buffer.alloc(64 * 1024, 32);
      const more = (): void => {
        if (request.destroyed || sent >= 100 * 1024 * 1024) return;
        sent += chunk.length;
        request.write(chunk, () => setImmediate(more));
      };
      more();
    });
    request.destroy();
    expect(status).toBe(413);
    expect(sent).toBeLessThan(20 * 1024 * 1024);
  });

  test('a wrong key is answered before the body is read', async () => {
    const address = new URL(await bench.listen());
    const socket = connect(Number(address.port), address.hostname);
    socket.write(
      `POST /v1/batch HTTP/1.1\r\nhost: x\r\nauthorization: ${basic('no')}\r\ncontent-length: 100000\r\n\r\n{`,
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 401 /);
    socket.destroy();
  });

  test('when the log is busy or full, clients are told when to come back, browsers included', async () => {
    bench.refuse(1, refusal('log.busy', 429, 'Too much waits.', { retryAfterSeconds: 2 }));
    const busy = await post(
      '/v1/batch',
      { batch: [track('m')] },
      { ...AUTH, origin: 'https://shop.example' },
    );
    expect([busy.statusCode, busy.headers['retry-after'], busy.headers['x-ratelimit-reset']]).toEqual([
      429,
      '2',
      '2',
    ]);
    expect(busy.headers).toMatchObject({
      'access-control-allow-origin': 'https://shop.example',
      'access-control-expose-headers': 'Retry-After, X-RateLimit-Reset',
    });
    bench.refuse(1, refusal('log.full', 503, 'No room.', { retryAfterSeconds: 30 }));
    const full = await post('/v1/batch', { batch: [track('m')] });
    expect([full.statusCode, full.headers['retry-after']]).toEqual([503, '30']);
    expect(bench.handedOff).toEqual([]);
  });
});

describe('pages of other origins', () => {
  test.each(['/v1/t', '/v1/batch', '/v1/m', '/api/events', '/v1/projects/wk/settings', '/sourceConfig/'])(
    'may call %s: the preflight allows every header that was asked for',
    async (url) => {
      const headers = {
        origin: 'https://shop.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'anonymousid,authorization,content-type,sentat',
      };
      const answer = await bench.app.inject({ method: 'OPTIONS', url, headers });
      expect(answer.statusCode).toBe(204);
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': 'https://shop.example',
        'access-control-allow-headers': 'anonymousid,authorization,content-type,sentat',
        'access-control-max-age': '86400',
        vary: 'Origin',
      });
    },
  );

  test('read the answer to a call', async () => {
    const answer = await post('/v1/t', track('m'), { ...AUTH, origin: 'https://shop.example' });
    expect(answer.headers['access-control-allow-origin']).toBe('https://shop.example');
  });
});

describe('the native protocol', () => {
  const event = {
    id: 'e1',
    name: 'Order Completed',
    identities: { email: 'a@b.example' },
    properties: { total: 5 },
  };

  test('accepted events are durable, rejected ones are named by their index', async () => {
    const events = [
      event,
      { name: 'x' },
      { ...event, id: 'e2', time: 'yesterday' },
      { ...event, type: 'buy' },
    ];
    const answer = await post('/api/events', { events });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      accepted: 1,
      rejected: [
        { index: 1, code: 'event.no-identity' },
        { index: 2, code: 'event.bad-time' },
        { index: 3, code: 'event.unknown-type' },
      ],
    });
    expect(bench.events().map((one) => one.id)).toEqual(['e1']);
    expect(bench.rejects().map((one) => one.ordinal)).toEqual([1, 2, 3]);
  });

  test.each<[unknown, string]>([
    [[], ''],
    [{}, '/events'],
    [{ events: 'x' }, '/events'],
    [{ events: [] }, '/events'],
    [{ events: [event, null] }, '/events/1'],
    [{ events: [event], 'a/b': 1 }, '/a~1b'],
  ])('a malformed envelope %j is refused with the place', async (body, pointer) => {
    const answer = await post('/api/events', JSON.stringify(body));
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'ingest.bad-envelope', pointer }),
    ]);
    expect(bench.log).toEqual([]);
  });

  test('needs a write key', async () => {
    expect((await post('/api/events', { events: [event] }, {})).statusCode).toBe(401);
    expect((await post('/api/events', { events: [event] }, { authorization: 'Bearer wk' })).statusCode).toBe(
      200,
    );
  });
});

describe('the files of browser clients', () => {
  test('the client carries the write key and is packed for who can unpack', async () => {
    const url = '/analytics.js/v1/wk/analytics.min.js';
    const plain = await bench.app.inject({ url });
    expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(plain.body).toContain('window.analyticsWriteKey="wk"');
    expect(plain.body).not.toContain('__WRITE_KEY__');
    const packed = await bench.app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
    const again = await bench.app.inject({
      url,
      headers: { 'if-none-match': String(plain.headers['etag']) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test.each(['no', 'off', '%3Cscript%3E', '..%2F..'])('there is no client for the key %s', async (key) => {
    expect((await bench.app.inject({ url: `/analytics.js/v1/${key}/analytics.min.js` })).statusCode).toBe(
      404,
    );
    expect((await bench.app.inject({ url: `/v1/projects/${key}/settings` })).statusCode).toBe(404);
    expect((await bench.app.inject({ url: `/sourceConfig/?writeKey=${key}` })).statusCode).toBe(404);
  });

  test.each(['../package.json', '..%2F..%2Fpackage.json', 'x.js', '', '__proto__'])(
    'there is no bundle %s',
    async (name) => {
      expect((await bench.app.inject({ url: `/analytics-next/bundles/${name}` })).statusCode).toBe(404);
    },
  );

  test('the settings name one integration and no host but the one that was asked', async () => {
    const answer = await bench.app.inject({
      url: '/v1/projects/wk/settings',
      headers: { host: 'cdp.example:8443' },
    });
    const settings = answer.json();
    expect(settings.integrations).toMatchObject({
      'Segment.io': { apiKey: 'wk', apiHost: 'cdp.example:8443/v1', protocol: 'http' },
    });
    expect(Object.keys(settings.integrations)).toEqual(['Segment.io']);
    expect(answer.body).not.toMatch(/segment\.(com|io|build)/);
    expect(answer.headers['cross-origin-resource-policy']).toBe('cross-origin');
  });
});
