import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Condition } from '../src/core/condition/index.ts';
import { encodeRecord } from '../src/core/index.ts';
import { loadDefinitions } from '../src/definition/index.ts';
import { createMemoryLog, type Log } from '../src/engine/log/index.ts';
import { openLmdbState } from '../src/engine/state/index.ts';
import { Partition } from '../src/pipeline/index.ts';
import { openShop } from '../test/app.ts';
import { BATCH_EVENTS, dice, makeBodies } from './kernel-load.ts';
import { printTable, quantile, type Row } from './table.ts';

/** Events folded for each number of audiences; more with RAPPORT_BENCH_EVENTS. */
const EVENTS = Number(process.env.RAPPORT_BENCH_EVENTS ?? 60_000);
const PEOPLE = 20_000;
/** Timers that wait; a million with RAPPORT_BENCH_TIMERS=1000000, which takes minutes to set up. */
const TIMERS = Number(process.env.RAPPORT_BENCH_TIMERS ?? 100_000);
const PROBES = 100;
const SEED = 11;
const START = Date.UTC(2026, 4, 3);
const HOUR = 3_600_000;

/** The audiences that the events of the load touch: mixed kinds. */
const TOUCHED: readonly Condition[] = [
  { did: { event: 'Product Viewed' }, in: { last: '7d' }, times: { atLeast: 5 } },
  { did: { event: 'Order Completed' }, in: { last: '90d' } },
  { did: { event: 'Order Completed' }, sum: { of: { property: 'revenue' }, above: 200 } },
  { sequence: [{ did: { event: 'Product Viewed' } }, { did: { event: 'Product Added' }, within: '1h' }] },
  {
    sequence: [{ did: { event: 'Product Added' } }],
    afterwards: { without: [{ event: 'Order Completed' }], for: '1h' },
    in: { last: '7d' },
  },
  { did: { event: 'Product Viewed' }, distinct: { of: { property: 'category' }, atLeast: 3 } },
  { did: { event: '*' }, lastTime: { longerAgo: '30d' } },
  {
    all: [
      { did: { event: 'Product Added' } },
      { not: { did: { event: 'Order Completed' }, in: { last: '30d' } } },
    ],
  },
  { attribute: 'tier', text: { is: 'gold' } },
  {
    did: { event: 'Product Viewed' },
    mostFrequent: { of: { property: 'category' }, text: { is: 'yoga/1' } },
  },
];

function conditionOf(number: number): Condition {
  const touched = TOUCHED[number];
  if (touched) return touched;
  return {
    did: { event: `Event ${number} Happened` },
    in: { last: '30d' },
    times: { atLeast: 1 + (number % 3) },
  };
}

interface Fold {
  readonly log: Log;
  readonly partition: Partition;
  close(): Promise<void>;
}

/** A fold on an embedded state, without a warehouse. */
async function openFold(): Promise<Fold> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-audience-'));
  const state = await openLmdbState({ folder });
  const log = createMemoryLog({ partitions: 1 });
  const delivered: string[] = [];
  const partition = await Partition.start({
    partition: 0,
    log,
    state,
    clock: { now: () => performance.timeOrigin + performance.now() },
    definitions: await loadDefinitions(state),
    limits: { peopleMax: 50_000, identitiesMax: 100_000 },
    sink: {
      offer: (block) => delivered.push(block.key),
      delivered: () => delivered.splice(0),
      hasDelivered: () => delivered.length > 0,
    },
    happened: () => {},
    onError: (error) => console.error(error),
  });
  return {
    log,
    partition,
    async close() {
      await partition.close();
      await state.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function say(
  fold: Fold,
  kind: 'filled' | 'sweep' | 'tick',
  received: number,
  body: object = {},
): Promise<void> {
  const bytes = encodeRecord({ kind, received }, Buffer.from(JSON.stringify(body)));
  await fold.partition.folded(await fold.log.append(0, bytes));
}

/** Sets audiences up before anything happened, so that their past is empty. */
async function defineAudiences(fold: Fold, conditions: readonly Condition[]): Promise<void> {
  const { book } = fold.partition;
  for (const [i, condition] of conditions.entries()) {
    const header = { kind: 'definition', key: `audience/a${i}`, by: 'bench', received: START } as const;
    const body = { id: `a${i}`, name: `a${i}`, state: 'live', version: 1, condition };
    await fold.partition.folded(
      await fold.log.append(0, encodeRecord(header, Buffer.from(JSON.stringify(body)))),
    );
    for (const fill of [...book.fills.keys()]) await say(fold, 'filled', START, { fill });
    for (const sweep of [...book.sweeps.keys()])
      await say(fold, 'sweep', START, { sweep, people: [], upTo: null });
  }
}

async function costOf(audienceCount: number): Promise<Row> {
  const fold = await openFold();
  try {
    await defineAudiences(
      fold,
      Array.from({ length: audienceCount }, (_, i) => conditionOf(i)),
    );
    const bodies = makeBodies(200, PEOPLE, SEED);
    const header = { kind: 'collected', protocol: 'segment', source: 'web', channel: 'web' } as const;
    let batch = 0;
    const feed = async (events: number): Promise<void> => {
      let last = 0;
      for (let done = 0; done < events; done += BATCH_EVENTS) {
        const body = bodies.list[batch % bodies.list.length]!;
        bodies.stamp(body, batch);
        // An hour of shopping passes with each 2,000 events.
        const received = Date.UTC(2027, 0, 1) + batch++ * (HOUR / 20);
        last = await fold.log.append(0, encodeRecord({ ...header, received }, body));
        if (batch % 20 === 0) await fold.partition.folded(last);
      }
      await fold.partition.folded(last);
    };
    await feed(EVENTS / 3);
    const before = process.cpuUsage();
    await feed(EVENTS);
    const { user, system } = process.cpuUsage(before);
    const touches = [...fold.partition.qualifier.touches.values()].reduce((sum, count) => sum + count, 0);
    return {
      audiences: audienceCount,
      'us CPU/event': (user + system) / EVENTS,
      'questions/event': (touches / (EVENTS * 4)) * 3,
      members: [...fold.partition.book.sizes.values()].reduce((sum, size) => sum + size, 0),
    };
  } finally {
    await fold.close();
  }
}

/** People whose windows end one after the other, most of them much later. */
async function expiry(): Promise<Row> {
  const fold = await openFold();
  try {
    await defineAudiences(fold, [{ did: { event: 'Seen' }, in: { last: '30d' } }]);
    const random = dice(SEED);
    const header = { kind: 'collected', protocol: 'native', source: 'web', channel: 'web' } as const;
    const spread = 20 * 24 * HOUR;
    const received = START + spread;
    const began = performance.now();
    for (let from = 0; from < TIMERS; from += 1_000) {
      const events = Array.from({ length: Math.min(1_000, TIMERS - from) }, (_, i) => ({
        id: `m${from + i}`,
        type: 'track',
        name: 'Seen',
        time: START + Math.floor(random() * spread),
        identities: { user: `u${from + i}` },
      }));
      const bytes = encodeRecord({ ...header, received }, Buffer.from(JSON.stringify({ events })));
      const position = await fold.log.append(0, bytes);
      if ((from / 1_000) % 10 === 9) await fold.partition.folded(position);
    }
    await fold.partition.folded(fold.log.bounds(0).next - 1);
    await fold.partition.flush();
    const setUpSeconds = (performance.now() - began) / 1_000;
    const size = () => fold.partition.book.sizes.get('a0') ?? 0;
    const late: number[] = [];
    let fired = 0;
    const ninth = START + 30 * 24 * HOUR;
    // A tick every 200 ms of the log's time for a minute, beginning with the hour in which the first windows end.
    await say(fold, 'tick', ninth + HOUR);
    for (let i = 1; i <= 300; i++) {
      const before = size();
      const started = performance.now();
      await say(fold, 'tick', ninth + HOUR + i * 200);
      late.push(performance.now() - started);
      fired += before - size();
    }
    const started = performance.now();
    const before = size();
    await say(fold, 'tick', ninth + HOUR + 24 * HOUR);
    const burstMs = performance.now() - started;
    return {
      'timers waiting': TIMERS,
      'set up s': setUpSeconds,
      'fired in 300 ticks': fired,
      'ms a tick p50': quantile(late, 0.5),
      'ms a tick max': Math.max(...late),
      'fired at once': before - size(),
      'ms for them': burstMs,
      'us each': (burstMs * 1_000) / Math.max(1, before - size()),
      'MB in memory': process.memoryUsage().rss / 1e6,
    };
  } finally {
    await fold.close();
  }
}

/** From the post of an event until the membership is in the answer of the API. */
async function visible(): Promise<Row> {
  const shop = await openShop();
  try {
    await shop.put('/api/audiences/seen', {
      name: 'Seen',
      condition: { did: { event: 'Seen' }, in: { last: '7d' } },
    });
    for (;;) {
      const { body } = await shop.get<{ evaluated: string; progress?: object }>('/api/audiences/seen');
      if (body.evaluated === 'live' && !body.progress) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const times: number[] = [];
    const authorization = `Basic ${Buffer.from(`${shop.writeKey}:`).toString('base64')}`;
    for (let i = 0; i < PROBES; i++) {
      const events = [{ id: `p${i}`, type: 'track', name: 'Seen', identities: { user: `p${i}` } }];
      const began = performance.now();
      await fetch(`${shop.url}/api/events`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ events }),
      });
      for (;;) {
        const { status, body } = await shop.get<{ audiences: object }>(`/api/people?identity=user:p${i}`);
        if (status === 200 && 'seen' in body.audiences) break;
      }
      times.push(performance.now() - began);
    }
    return {
      probes: PROBES,
      'visible p50 ms': quantile(times, 0.5),
      'visible p99 ms': quantile(times, 0.99),
    };
  } finally {
    await shop.close();
  }
}

/** What audiences cost, how exactly time lets people go, and how soon a membership shows. */
export async function run(): Promise<void> {
  console.log(
    `audience: ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}; embedded state, log in memory`,
  );
  const costs: Row[] = [];
  for (const count of [0, 10, 200, 1_000]) costs.push(await costOf(count));
  printTable('Fold of an event, of which the same few audiences are touched', costs);
  printTable('Windows that end', [await expiry()]);
  printTable('Event to membership, one at a time, over HTTP', [await visible()]);
  console.log('\nNot beside it: json-rules-engine and @growthbook/growthbook are not installed.');
}
