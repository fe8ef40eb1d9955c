import { encodeRecord } from '../src/core/index.ts';
import { defineAudiences, openFold, START, say } from './audience-fold.ts';
import { dice } from './kernel-load.ts';
import { machine, printTable, quantile, type Row } from './table.ts';

/** Timers that wait; set with RAPPORT_BENCH_TIMERS. */
const TIMERS = Number(process.env.RAPPORT_BENCH_TIMERS ?? 1_000_000);
const SEED = 11;
const HOUR = 3_600_000;
/** The stretch of windows that end at one tick: a day of them. */
const BURST_HOURS = Number(process.env.RAPPORT_BENCH_HOURS ?? 24);

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
    await say(fold, 'tick', ninth + HOUR + BURST_HOURS * HOUR);
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

/** How exactly windows end while many wait, and how fast very many end at once. */
export async function run(): Promise<void> {
  console.log(`audience-expiry: ${machine()}; embedded state, log in memory`);
  printTable('Windows that end', [await expiry()]);
}
