import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Analytics, askQuestion, createAnalytics, openCell } from '../src/analytics/index.ts';
import { DEFAULT_SETTINGS } from '../src/core/index.ts';
import {
  type EmbeddedWarehouse,
  migrateWarehouse,
  openEmbeddedWarehouse,
} from '../src/engine/warehouse/index.ts';
import { KINDS } from './analytics-kinds.ts';
import { START_DAYS, shopFacts } from './analytics-rows.ts';
import { printTable, quantile, type Row } from './table.ts';

/** Events of 30 events a person; 10 million with RAPPORT_BENCH_EVENTS=10000000, which is what the promises are about. */
const EVENTS = Number(process.env.RAPPORT_BENCH_EVENTS ?? 1_000_000);
const EVENTS_A_PERSON = 33;
const STEP = 500_000;
const TRIES = Number(process.env.RAPPORT_BENCH_TRIES ?? 5);
const NOW = Date.UTC(2026, 5, 1);
const RANGE = { from: '2026-03-01', to: '2026-05-31' };

const STEPS = ['Page Viewed', 'Product Viewed', 'Product Added', 'Checkout Started', 'Order Completed'];
const FIVE = ['people', 'sessions', 'events', 'orders', 'revenue'].map((metric) => ({ metric }));
const BOUGHT = { level: 'person', condition: { did: { event: 'Order Completed' }, in: { last: '60d' } } };

/** A question, the same by hand, and what the issue promises of it (ms; of 10 million events). */
interface Case {
  readonly title: string;
  readonly question: string;
  readonly query: object;
  readonly byHand: string;
  readonly mostMs: number | undefined;
}

const IN_RANGE = "time >= '2026-03-01 00:00:00' and time < '2026-06-01 00:00:00'";
const FIVE_BY_HAND =
  'uniqExact(person), uniqExactIf(session, session != 0), count(), sum(order_count), sum(revenue)';
const IS_STEP = STEPS.map((name) => `name = '${name}'`).join(', ');

export const CASES: readonly Case[] = [
  {
    title: 'five metrics by channel',
    question: 'table',
    query: { range: RANGE, levels: [{ dimension: 'channel' }], columns: FIVE },
    byHand: `select channel, ${FIVE_BY_HAND} from events where ${IN_RANGE} group by rollup(channel)`,
    mostMs: 700,
  },
  {
    title: 'people and revenue by day',
    question: 'table',
    query: { range: RANGE, levels: [{ dimension: 'day' }], columns: [FIVE[0], FIVE[4]] },
    byHand: `select toDate(time) as day, uniqExact(person), sum(revenue) from events where ${IN_RANGE} group by rollup(day)`,
    mostMs: undefined,
  },
  {
    title: 'orders and revenue by category',
    question: 'table',
    query: { range: RANGE, levels: [{ dimension: 'category', limit: 100 }], columns: [FIVE[3], FIVE[4]] },
    byHand: `select category, uniqExactIf(order_id, order_count > 0) - uniqExactIf(order_id, order_count < 0), sum(toFloat64(revenue) * weight)
      from (
        select order_id, order_count, revenue, if(empty(product_categories), [''], product_categories) as categories,
          arrayMap((p, q) -> toFloat64(p) * q, product_prices, product_quantities) as amounts,
          if(empty(amounts), [1], if(arraySum(amounts) = 0, arrayMap(a -> 1 / length(amounts), amounts), arrayMap(a -> a / arraySum(amounts), amounts))) as weights
        from events where ${IN_RANGE} and name in ('Order Completed', 'Order Updated', 'Order Refunded', 'Order Cancelled')
      ) array join categories as category, weights as weight group by rollup(category)`,
    mostMs: undefined,
  },
  {
    title: 'people and events by channel, of those who bought in 60 days',
    question: 'table',
    query: {
      range: RANGE,
      segments: [BOUGHT],
      levels: [{ dimension: 'channel' }],
      columns: [FIVE[0], FIVE[2]],
    },
    byHand: `select channel, uniqExact(person), count() from events where ${IN_RANGE} and person in (
      select person from events where name = 'Order Completed' and time > '2026-04-02 00:00:00' and time <= '2026-06-01 00:00:00'
    ) group by rollup(channel)`,
    mostMs: undefined,
  },
  {
    title: 'fallout of five steps (by hand: windowFunnel, which knows no times between steps)',
    question: 'fallout',
    query: { range: RANGE, steps: STEPS.map((event) => ({ any: [{ event }] })) },
    byHand: `select level, count() from (
      select person, windowFunnel(9223372036854)(toUInt64(toUnixTimestamp64Milli(time)), ${IS_STEP}) as level
      from events where ${IN_RANGE} group by person
    ) group by level`,
    mostMs: 1_500,
  },
  {
    title: 'fallout of five steps within a week (by hand: windowFunnel)',
    question: 'fallout',
    query: { range: RANGE, steps: STEPS.map((event) => ({ any: [{ event }] })), limit: '7d' },
    byHand: `select level, count() from (
      select person, windowFunnel(604800000)(toUInt64(toUnixTimestamp64Milli(time)), ${IS_STEP}) as level
      from events where ${IN_RANGE} group by person
    ) group by level`,
    mostMs: undefined,
  },
];

/** The most memory that the engine's process has had so far. */
function peakMegabytes(warehouse: EmbeddedWarehouse): number {
  const status = readFileSync(`/proc/${warehouse.pid()}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

/** A dashboard: twelve questions, asked together as a page does. */
export const PANELS: readonly object[] = [
  ...['channel', 'device', 'country', 'campaign', 'event', 'hour-of-day'].map((dimension) => ({
    range: { last: '30d' },
    levels: [{ dimension }],
    columns: [FIVE[0], FIVE[4]],
  })),
  ...['people', 'orders', 'revenue', 'sessions'].map((metric) => ({
    range: { last: '30d' },
    levels: [{ dimension: 'day' }],
    columns: [{ metric }],
  })),
  { range: { last: '30d' }, compare: 'previous', levels: [], columns: FIVE },
  { range: { last: '30d' }, levels: [{ dimension: 'category' }], columns: [FIVE[4]] },
];

/**
 * Holds questions to the same answers written by hand, in the same run. The events are made anew, unless RAPPORT_BENCH_FOLDER names a
 * folder in which they may stay.
 */
export async function run(): Promise<void> {
  const kept = process.env.RAPPORT_BENCH_FOLDER;
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'rapport-bench-')));
  const warehouse = await openEmbeddedWarehouse({ folder });
  try {
    await fill(warehouse);
    const analytics = analyticsOver(warehouse);
    await compareCases(warehouse, analytics);
    if (process.env.RAPPORT_BENCH_QUESTION === undefined) await timePages(analytics);
    console.log(`\nMemory of the engine at most: ${peakMegabytes(warehouse)} MB`);
  } finally {
    await warehouse.close();
    if (!kept) await rm(folder, { recursive: true, force: true });
  }
}

/** Makes the events, unless they are there. */
export async function fill(warehouse: EmbeddedWarehouse): Promise<void> {
  await migrateWarehouse(warehouse, 'migrations/warehouse');
  const { rows } = await warehouse.query<{ count: number }>('select count() as count from events');
  if (Number(rows[0]?.count) === EVENTS) return;
  const started = performance.now();
  const people = Math.ceil(EVENTS / EVENTS_A_PERSON);
  for (let from = 0; from < EVENTS; from += STEP)
    await warehouse.command(shopFacts(from, Math.min(STEP, EVENTS - from), people));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\n${EVENTS} events of ${people} people over ${START_DAYS} days made in ${seconds} s`);
}

function analyticsOver(warehouse: EmbeddedWarehouse): Analytics {
  let count = 0;
  return createAnalytics({
    warehouse,
    state: { getMany: async () => [], commit: async () => {} },
    clock: { now: () => NOW },
    newId: () => String(++count),
    newSecret: () => '',
    settings: () => DEFAULT_SETTINGS,
    audiences: () => undefined,
    definition: () => undefined,
    define: async () => {},
    list: () => [],
    enterList: async () => {},
    nameOf: () => undefined,
    // Never the same, so that every question is asked.
    freshness: () => ({ version: String(++count), freshAt: NOW }),
  });
}

async function compareCases(warehouse: EmbeddedWarehouse, analytics: Analytics): Promise<void> {
  const rows: Row[] = [];
  const only = process.env.RAPPORT_BENCH_QUESTION;
  const chosen = [...CASES, ...KINDS].filter(({ question }) => only === undefined || question === only);
  for (const { title, question, query, byHand, mostMs } of chosen) {
    const ours: number[] = [];
    const hand: number[] = [];
    // Turn by turn, so that both meet the same machine; the first of each warms up.
    for (let i = 0; i <= TRIES; i++) {
      const first = await timed(() => askQuestion(analytics, question, query));
      const second = await timed(() => warehouse.query(byHand));
      if (i > 0) ours.push(first);
      if (i > 0) hand.push(second);
    }
    rows.push({
      question: title,
      'ms p50': quantile(ours, 0.5),
      'by hand ms p50': quantile(hand, 0.5),
      ratio: Math.min(...ours) / Math.min(...hand),
      'at most ms (10 M)': mostMs ?? '',
    });
  }
  printTable(
    `Questions beside hand-written SQL over ${EVENTS} events (ratio of the best runs; at most 1.3)`,
    rows,
  );
}

async function timePages(analytics: Analytics): Promise<void> {
  const cells: number[] = [];
  const dashboards: number[] = [];
  const query = { range: RANGE, levels: [{ dimension: 'campaign' }], columns: [{ metric: 'orders' }] };
  for (let i = 0; i <= TRIES; i++) {
    const cell = await timed(() => openCell(analytics, 'table', query, { path: ['spring'], column: 0 }));
    const page = await timed(() =>
      Promise.all(PANELS.map((panel) => askQuestion(analytics, 'table', panel))),
    );
    if (i > 0) cells.push(cell);
    if (i > 0) dashboards.push(page);
  }
  printTable('Pages', [
    { page: 'first 100 people of a cell', 'ms p50': quantile(cells, 0.5), 'at most ms (10 M)': 500 },
    { page: 'a dashboard of 12 panels', 'ms p50': quantile(dashboards, 0.5), 'at most ms (10 M)': 6_000 },
  ]);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
