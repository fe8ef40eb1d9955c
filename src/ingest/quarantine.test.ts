import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { placeOf, refusal } from '../core/index.ts';
import type { DecodedEvent } from './decoded.ts';
import { decodeEntry, encodeEntry, quarantineChange, quarantineKey, rejectEvent } from './index.ts';
import { type Bench, openBench, source } from './ingest.fixture.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench({ sources: [source('wk'), source('till', { channel: 'store', country: 'NL' })] });
});
afterEach(() => bench.close());

const auth = (key: string) => ({ authorization: `Bearer ${key}` });
const send = (key: string, batch: unknown[]) =>
  bench.app.inject({ method: 'POST', url: '/v1/batch', payload: { batch }, headers: auth(key) });
const ask = async (method: 'GET' | 'DELETE', query = '') =>
  (await bench.app.inject({ method, url: `/api/quarantine${query}` })).json();
const replay = (events: object[]) =>
  bench.app.inject({ method: 'POST', url: '/api/quarantine/replay', payload: { events } });

/** Does what the pipeline does with rejects: keeps those of records from this position on. */
async function fold(from = 0): Promise<void> {
  const { decodeCollected } = await import('./index.ts');
  for (const [position, entry] of bench.entries().entries()) {
    if (position < from || entry.header.kind !== 'collected') continue;
    const { header } = entry;
    const { rejects } = decodeCollected(entry, position);
    await bench.state.commit(
      rejects.map((reject) => quarantineChange(placeOf(position, reject.ordinal), reject, header)),
    );
  }
}

const nameless = { type: 'track', messageId: 'm1', userId: 'u1', timestamp: '2026-05-03T11:59:00.000Z' };

describe('the quarantine', () => {
  test('keeps a refused event with its reason and its origin', async () => {
    await send('till', [nameless]);
    await fold();
    expect(await ask('GET')).toEqual({
      entries: [
        {
          key: quarantineKey(0),
          reason: 'event.no-name',
          message: 'A track call needs the name of the event in "event".',
          source: 'source-till',
          channel: 'store',
          country: 'NL',
          protocol: 'segment',
          received: bench.clock.time,
          clipped: false,
          event: nameless,
        },
      ],
      total: 1,
    });
  });

  test('is searched by reason, source and time, newest first, a page at a time', async () => {
    const day = bench.clock.time;
    await send('wk', [nameless, { ...nameless, type: 'x' }]);
    bench.clock.time = day + 1_000;
    await send('till', [nameless, nameless, 5]);
    await fold();
    const keysOf = async (query: string) =>
      (await ask('GET', query)).entries.map((entry: { key: string }) => entry.key);
    const [a, b, c, d, e] = [placeOf(0, 0), placeOf(0, 1), placeOf(1, 0), placeOf(1, 1), placeOf(1, 2)].map(
      quarantineKey,
    );
    expect(await keysOf('')).toEqual([e, d, c, b, a]);
    expect(await keysOf('?reason=event.no-name')).toEqual([d, c, a]);
    expect(await keysOf('?source=source-till&reason=event.no-name')).toEqual([d, c]);
    expect(await keysOf(`?until=${day + 1_000}`)).toEqual([b, a]);
    expect(await keysOf(`?since=${day + 1_000}`)).toEqual([e, d, c]);
    const first = await ask('GET', '?limit=2');
    expect([first.next, first.total]).toEqual([d, 5]);
    const second = await ask('GET', `?limit=2&below=${first.next}`);
    expect(second.entries.map((entry: { key: string }) => entry.key)).toEqual([c, b]);
    const last = await ask('GET', `?limit=2&below=${second.next}`);
    expect([last.entries.length, last.next]).toEqual([1, undefined]);
  });

  test('a search that fits nothing looks at a bounded number and says where to go on', async () => {
    const entry = (await import('./index.ts')).encodeEntry;
    const text = entry({
      reason: 'event.no-name',
      message: '',
      source: 's',
      channel: 'web',
      protocol: 'segment',
      received: 1,
      clipped: false,
      event: 1,
    });
    await bench.state.commit(
      Array.from(
        { length: 6_000 },
        (_, i) => ({ collection: 'quarantine', key: quarantineKey(i), value: text }) as const,
      ),
    );
    const page = await ask('GET', '?reason=other');
    expect(page).toEqual({ entries: [], next: quarantineKey(1_000), total: 6_000 });
    expect(await ask('GET', `?reason=other&below=${page.next}`)).toEqual({ entries: [], total: 6_000 });
  });

  test('a corrected event goes through the log again under its old id and time, and leaves the quarantine', async () => {
    await send('till', [nameless]);
    await fold();
    bench.clock.time += 60_000;
    const answer = await replay([
      { key: quarantineKey(0), event: { type: 'track', userId: 'u1', event: 'Ping' } },
    ]);
    expect(answer.json()).toEqual({ replayed: [quarantineKey(0)], missing: [], clipped: [] });
    expect(bench.entries()[1]?.header).toEqual({
      kind: 'collected',
      protocol: 'segment',
      source: 'source-till',
      channel: 'store',
      country: 'NL',
      received: bench.clock.time,
    });
    expect(bench.events()).toEqual([
      expect.objectContaining({ id: 'm1', name: 'Ping', time: Date.UTC(2026, 4, 3, 11, 59) }),
    ]);
    expect(bench.handedOff.at(-1)?.position).toBe(1);
    expect(await ask('GET')).toEqual({ entries: [], total: 0 });
  });

  test('an event that is still wrong comes back under its new place', async () => {
    await send('wk', [nameless]);
    await fold();
    await replay([{ key: quarantineKey(0) }]);
    await fold(1);
    const { entries } = await ask('GET');
    expect(entries.map((entry: { key: string; event: unknown }) => [entry.key, entry.event])).toEqual([
      [quarantineKey(placeOf(1, 0)), nameless],
    ]);
  });

  test('an event that the log does not take stays', async () => {
    await send('wk', [nameless, nameless]);
    await fold();
    bench.refuse(1, refusal('log.busy', 429, 'Too much waits.', { retryAfterSeconds: 1 }));
    const keys = [0, 1].map((ordinal) => ({ key: quarantineKey(placeOf(0, ordinal)) }));
    expect((await replay(keys)).statusCode).toBe(429);
    const left = (await ask('GET')).entries.map((entry: { key: string }) => entry.key);
    expect(left).toEqual([quarantineKey(0)]);
    expect(bench.log).toHaveLength(2);
  });

  test('keys that are not there are named', async () => {
    expect((await replay([{ key: '5' }])).json()).toEqual({ replayed: [], missing: ['5'], clipped: [] });
  });

  test('an event that a later stage refuses can be sent again in the native form', async () => {
    const event: DecodedEvent = {
      ordinal: 2,
      id: 'm7',
      type: 'page',
      name: 'Page Viewed',
      time: bench.clock.time - 5_000,
      received: bench.clock.time,
      source: 'source-wk',
      channel: 'web',
      identities: [{ namespace: 'anonymous', value: 'null' }],
      properties: { path: '/' },
      context: { ip: '::1' },
    };
    const header = {
      kind: 'collected',
      protocol: 'segment',
      source: 'source-wk',
      channel: 'web',
      received: 1,
    } as const;
    const reject = rejectEvent(event, 'identity.blank', 'Nobody is named.');
    await bench.state.commit([quarantineChange(placeOf(9, 2), reject, header)]);
    await replay([{ key: quarantineKey(placeOf(9, 2)) }]);
    expect(bench.events()).toEqual([{ ...event, ordinal: 0 }]);
  });

  test('hostile events are kept clipped, and a replay needs a corrected one', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const wide = JSON.stringify({ ...nameless, properties: { a: Array(30_000).fill('xx') } });
    const proto = '{"type":"track","userId":"u","event":"x","properties":{"__proto__":{"a":1}}}';
    await bench.app.inject({
      method: 'POST',
      url: '/v1/batch',
      payload: `{"batch":[{"type":"track","userId":"u","event":"x","properties":{"a":${deep}}},${wide},${proto}]}`,
      headers: auth('wk'),
    });
    await fold();
    const { entries } = await ask('GET');
    expect(
      entries.map((entry: { reason: string; clipped: boolean }) => [entry.reason, entry.clipped]),
    ).toEqual([
      ['event.unsafe-key', false],
      ['event.too-many-keys', true],
      ['event.too-deep', true],
    ]);
    expect(JSON.stringify(entries[1]).length).toBeLessThan(1_000);
    expect(JSON.stringify(entries[0].event.properties)).toBe('{"__proto__":{"a":1}}');
    const key = entries[1].key;
    expect((await replay([{ key }])).json().clipped).toEqual([key]);
    expect((await replay([{ key, event: { ...nameless, event: 'Ping' } }])).json().replayed).toEqual([key]);
    expect(bench.events().map((event) => event.name)).toEqual(['Ping']);
  });

  test('entries are thrown away by key or by what fits, never all by mistake', async () => {
    await send('wk', [nameless, { ...nameless, type: 'x' }, 5]);
    await fold();
    expect((await bench.app.inject({ method: 'DELETE', url: '/api/quarantine' })).statusCode).toBe(400);
    expect(await ask('DELETE', `?key=${quarantineKey(2)}&key=none`)).toEqual({ removed: 1, more: false });
    expect(await ask('DELETE', '?reason=event.no-name')).toEqual({ removed: 1, more: false });
    expect((await ask('GET')).entries.map((entry: { reason: string }) => entry.reason)).toEqual([
      'event.unknown-type',
    ]);
  });

  test('an entry is read back as it was written', () => {
    const entry = {
      reason: 'r',
      message: 'm',
      source: 's',
      channel: 'web',
      protocol: 'native',
      received: 1,
      clipped: false,
      event: { a: [1, null, 'x'] },
    } as const;
    expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
  });
});
