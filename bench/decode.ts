import type { LogEntry } from '../src/core/index.ts';
import {
  type CollectedHeader,
  check,
  createCollector,
  decodeCollected,
  decodeSeen,
  emptySeen,
  encodeSeen,
} from '../src/ingest/index.ts';
import { bodiesOf } from './log-bodies.ts';
import { printTable, type Row } from './table.ts';

/** How long each figure is measured. */
const SECONDS = Number(process.env['RAPPORT_BENCH_SECONDS'] ?? 1);
const BATCH_EVENTS = 100;
const HEADER: CollectedHeader = {
  kind: 'collected',
  protocol: 'segment',
  source: 'shop',
  channel: 'web',
  received: 1_790_000_000_000,
};

/** Prints what collecting and decoding one event costs, and what the memory of message ids adds. */
export async function run(): Promise<void> {
  const bodies = bodiesOf(BATCH_EVENTS);
  const bytes = bodies.reduce((sum, body) => sum + body.length, 0) / bodies.length / BATCH_EVENTS;
  const parsed = bodies.map((body) => JSON.parse(body.toString()) as unknown);
  const entries = bodies.map((body): LogEntry => ({ header: HEADER, body }));
  const native = parsed.map(nativeOf);
  const nativeEntries = native.map(
    (body): LogEntry => ({
      header: { ...HEADER, protocol: 'native' },
      body: Buffer.from(JSON.stringify(body)),
    }),
  );
  printTable(
    `Microseconds an event, Segment batches of ${BATCH_EVENTS}, ${Math.round(bytes)} bytes an event`,
    [
      await measure('JSON.parse of the text', (n) => JSON.parse(bodies[n % bodies.length]!.toString('utf8'))),
      await measure('decode, parsed already (live traffic)', (n) =>
        decodeCollected(entries[n % 64]!, n, parsed[n % 64]),
      ),
      await measure('decode and parse (from the log)', (n) => decodeCollected(entries[n % 64]!, n)),
      await measure('decode native, parsed already', (n) =>
        decodeCollected(nativeEntries[n % 64]!, n, native[n % 64]),
      ),
      await measureCollector(bodies),
    ],
  );
  printTable('Microseconds a call', [
    measureCheck(30),
    measureCheck(1_000),
    measureCheck(15_000),
    ...measureText(30),
    ...measureText(15_000),
  ]);
}

async function measure(what: string, work: (n: number) => unknown): Promise<Row> {
  for (let n = 0; n < 300; n++) work(n);
  const end = performance.now() + SECONDS * 1000;
  const start = performance.now();
  let n = 0;
  while (performance.now() < end) work(n++);
  return { what, us: ((performance.now() - start) * 1000) / n / BATCH_EVENTS };
}

/** Everything that the collector does to a body, with a log that takes no time. */
async function measureCollector(bodies: readonly Buffer[]): Promise<Row> {
  const source = { id: 'shop', name: 'shop', channel: 'web', writeKey: 'wk', enabled: true } as const;
  let position = 0;
  const collector = createCollector({
    seed: 1,
    clientIp: 'truncated',
    sources: { byWriteKey: () => source, byId: () => source, list: () => [source] },
    clock: { now: () => HEADER.received },
    append: async () => position++,
    handOff: () => {},
  });
  for (let n = 0; n < 300; n++)
    await collector.segment(
      {
        key: 'wk',
        contentEncoding: undefined,
        ip: '203.0.113.7',
        userAgent: undefined,
        body: bodies[n % 64]!,
      },
      undefined,
    );
  const end = performance.now() + SECONDS * 1000;
  const start = performance.now();
  let n = 0;
  while (performance.now() < end)
    await collector.segment(
      {
        key: 'wk',
        contentEncoding: undefined,
        ip: '203.0.113.7',
        userAgent: undefined,
        body: bodies[n++ % 64]!,
      },
      undefined,
    );
  return {
    what: 'collect (check UTF-8, parse, record)',
    us: ((performance.now() - start) * 1000) / n / BATCH_EVENTS,
  };
}

function measureCheck(held: number): Row {
  const seen = emptySeen();
  for (let i = 0; i < held; i++)
    check(seen, `ajs-next-1790000000000-${i}`, i, HEADER.received - (i % 7) * 86_400_000);
  const ids = Array.from({ length: 1_000 }, (_, i) => `ajs-next-1790000000000-${(i * 7919) % held}`);
  const end = performance.now() + SECONDS * 300;
  const start = performance.now();
  let n = 0;
  while (performance.now() < end)
    for (const id of ids)
      if (check(seen, id, 1e9 + n++, HEADER.received) === 'new') throw new Error('was seen');
  return {
    what: `check an id against ${held} remembered ones`,
    us: ((performance.now() - start) * 1000) / n,
  };
}

function measureText(held: number): Row[] {
  const seen = emptySeen();
  for (let i = 0; i < held; i++)
    check(seen, `ajs-next-1790000000000-${i}`, i * 4096, HEADER.received - (i % 7) * 86_400_000);
  const text = Buffer.from(encodeSeen(seen)).toString();
  const timed = (what: string, work: () => unknown): Row => {
    const end = performance.now() + SECONDS * 300;
    const start = performance.now();
    let n = 0;
    for (; performance.now() < end; n++) work();
    return { what, us: ((performance.now() - start) * 1000) / n };
  };
  return [
    timed(`write ${held} remembered ids as ${text.length} characters`, () => encodeSeen(seen)),
    timed(`read ${held} remembered ids`, () => decodeSeen(text)),
  ];
}

function nativeOf(body: unknown): object {
  const { batch } = body as {
    batch: {
      event: string;
      messageId: string;
      anonymousId: string;
      timestamp: string;
      properties: object;
      context: object;
    }[];
  };
  return {
    events: batch.map(({ event, messageId, anonymousId, timestamp, properties, context }) => ({
      id: messageId,
      name: event,
      time: timestamp,
      identities: { anonymous: anonymousId },
      properties,
      context,
    })),
  };
}
