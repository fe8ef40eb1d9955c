import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { estimate, keepSample } from '../src/audience/index.ts';
import type { Condition } from '../src/core/condition/index.ts';
import { migrateWarehouse, openEmbeddedWarehouse, type Warehouse } from '../src/engine/warehouse/index.ts';
import { printTable, type Row } from './table.ts';

/** Ten million take about two minutes to make and 2 GB of disk. */
const EVENTS = Number(process.env.RAPPORT_BENCH_EVENTS ?? 10_000_000);
const PEOPLE = 300_000;
const DAYS = 90;
const STEP = 1_000_000;
const RUNS = 3;
const START = Date.UTC(2026, 7, 24);
const NOW = START + DAYS * 86_400_000;
const MIGRATIONS = fileURLToPath(new URL('../migrations/warehouse', import.meta.url));

/** Conditions as people write them. */
const CONDITIONS: Readonly<Record<string, Condition>> = {
  'bought in 30 days': { did: { event: 'Order Completed' }, in: { last: '30d' } },
  'viewed 5 times in 90 days': {
    did: { event: 'Product Viewed' },
    in: { last: '90d' },
    times: { atLeast: 5 },
  },
  'viewed a category twice': {
    did: { event: 'Product Viewed', where: [{ property: 'category', text: { is: 'Category 3' } }] },
    in: { last: '90d' },
    times: { atLeast: 2 },
  },
  'spent over 100 in 90 days': {
    did: { event: 'Order Completed' },
    in: { last: '90d' },
    sum: { of: { property: 'revenue' }, above: 100 },
  },
  'lives in Bern': { attribute: 'city', text: { is: 'Bern' } },
  'viewed, then added within 2 days, then bought within 7': {
    sequence: [
      { did: { event: 'Product Viewed' } },
      { did: { event: 'Product Added' }, within: '2d' },
      { did: { event: 'Order Completed' }, within: '7d' },
    ],
    in: { last: '90d' },
  },
  'did not buy in 30 days': { not: { did: { event: 'Order Completed' }, in: { last: '30d' } } },
  'lives in Bern, bought twice, removed nothing lately': {
    all: [
      { attribute: 'city', text: { is: 'Bern' } },
      { did: { event: 'Order Completed' }, in: { last: '60d' }, times: { atLeast: 2 } },
      { not: { did: { event: 'Product Removed' }, in: { last: '14d' } } },
    ],
  },
};

/** Events made in the engine itself: 300,000 people of one or two devices, 90 days, one event in 50 says who somebody is. */
function manyEvents(from: number, count: number): string {
  const who = `sipHash64(number, 1) % ${PEOPLE}`;
  return `insert into events (place, time, received, fragment, person, session, id, type, name, source, channel, path, device, country,
    revenue, properties_text, context_text)
  select number * 4096, fromUnixTimestamp64Milli(toInt64(${START} + sipHash64(number) % ${DAYS * 86_400_000}), 'UTC') as at, at,
    sipHash64(${who} * 2 + (sipHash64(number, 7) % 5 = 0)) % 9007199254740991 + 1 as chosen,
    sipHash64(${who}, 9) % 9007199254740991 + 1, chosen % 1000, hex(sipHash128(number)),
    if(number % 50 = 0, 'identify', 'track'),
    if(number % 50 = 0, 'Identified', ['Page Viewed', 'Page Viewed', 'Product Viewed', 'Product Viewed', 'Product Viewed',
      'Product List Viewed', 'Product Added', 'Product Removed', 'Cart Viewed', 'Order Completed'][1 + sipHash64(number, 3) % 10]) as n,
    'web-shop', 'web', '/p/' || toString(number % 3000), 'mobile', 'GB', if(n = 'Order Completed', 10 + number % 90, 0),
    if(number % 50 = 0,
      '{"email":"u' || toString(number) || '@example.com","city":"' || ['Bern', 'Basel', 'Zug', 'Chur'][1 + sipHash64(number, 4) % 4] || '"}',
      '{"category":"Category ' || toString(sipHash64(number, 5) % 30) || '","product_id":"P' || toString(number % 3000)
        || '","revenue":' || toString(10 + number % 90) || ',"name":"' || hex(sipHash128(number, 2)) || '"}'),
    '{"userAgent":"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X)","ip":"10.0.0.' || toString(number % 250) || '"}'
  from numbers(${from}, ${count})`;
}

/**
 * How long an estimate takes over so many events, from the sample and from everything, and how far apart they are. The events are made
 * anew, unless RAPPORT_BENCH_FOLDER names a folder in which they may stay.
 */
export async function run(): Promise<void> {
  const kept = process.env.RAPPORT_BENCH_FOLDER;
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'rapport-bench-estimate-')));
  const warehouse = await openEmbeddedWarehouse({ folder });
  try {
    await migrateWarehouse(warehouse, MIGRATIONS);
    const { rows } = await warehouse.query<{ count: number }>('select count() as count from events');
    for (let from = rows[0]?.count ?? 0; from < EVENTS; from += STEP)
      await warehouse.command(manyEvents(from, Math.min(STEP, EVENTS - from)));
    await measure(warehouse);
  } finally {
    await warehouse.close();
    if (!kept) await rm(folder, { recursive: true, force: true });
  }
}

async function measure(warehouse: Warehouse): Promise<void> {
  const clock = { now: () => NOW };
  const onError = (error: unknown): void => console.error(error);
  const sample = keepSample({ warehouse, clock, completeUpTo: () => EVENTS * 4096, onError });
  const began = performance.now();
  await sample.refresh();
  const madeMs = performance.now() - began;
  const asking = { warehouse, at: NOW, precedence: undefined };
  const rows: Row[] = [];
  for (const [title, condition] of Object.entries(CONDITIONS)) {
    const ask = (mode: 'sample' | 'exact') =>
      estimate(asking, sample, { condition, parts: [], reach: undefined, mode });
    const times: number[] = [];
    for (let i = 0; i < RUNS; i++) times.push((await ask('sample')).elapsedMs);
    const [found, exact] = [await ask('sample'), await ask('exact')];
    rows.push({
      condition: title,
      'sample ms': Math.min(...times),
      'slowest ms': Math.max(...times),
      people: found.people,
      from: found.low,
      to: found.high,
      exact: exact.people,
      'exact ms': exact.elapsedMs,
    });
  }
  await sample.close();
  printTable(
    `Estimates over ${EVENTS.toLocaleString('en')} events (the sample took ${Math.round(madeMs)} ms to make)`,
    rows,
  );
}
