import { encodeRecord } from '../src/core/index.ts';
import { startTicks, TIMER_PACE, type TimerPace } from '../src/pipeline/index.ts';
import { defineAudiences, type Fold, openFold, START, say } from './audience-fold.ts';
import { dice } from './kernel-load.ts';
import { machine, printTable, quantile, type Row } from './table.ts';

/** Timers that wait; set with RAPPORT_BENCH_TIMERS. */
const TIMERS = Number(process.env.RAPPORT_BENCH_TIMERS ?? 1_000_000);
const SEED = 11;
const HOUR = 3_600_000;
/** Of them those that are due at one moment, as at midnight; set with RAPPORT_BENCH_CROWD. */
const CROWD = Number(process.env.RAPPORT_BENCH_CROWD ?? 50_000);
const SPREAD = 20 * 24 * HOUR;
const CROWD_END = START + 30 * 24 * HOUR;
/** Events that come in meanwhile: a record of so many every 10 ms. */
const EVENTS_A_RECORD = 50;
const RECORD_EVERY_MS = 10;
const BURST_SECONDS_MAX = 60;

/** As if no timer had to wait for its turn: what the pace is compared with. */
const AT_ONCE: TimerPace = {
  ...TIMER_PACE,
  perTick: Number.POSITIVE_INFINITY,
  perEvent: Number.POSITIVE_INFINITY,
  perEventLate: Number.POSITIVE_INFINITY,
};

/** People whose windows end: a crowd at one moment, the others one after the other. */
async function setUp(fold: Fold, random: () => number): Promise<void> {
  await defineAudiences(fold, [{ did: { event: 'Seen' }, in: { last: '30d' } }]);
  for (let from = 0; from < TIMERS; from += 1_000) {
    const events = Array.from({ length: Math.min(1_000, TIMERS - from) }, (_, i) => ({
      id: `m${from + i}`,
      name: 'Seen',
      time: from + i < CROWD ? START : START + HOUR + Math.floor(random() * SPREAD),
      identities: { user: `u${from + i}` },
    }));
    const position = await append(fold, START + HOUR + SPREAD, events);
    if ((from / 1_000) % 10 === 9) await fold.partition.folded(position);
  }
  await fold.partition.folded(fold.log.bounds(0).next - 1);
  await fold.partition.flush();
}

function append(fold: Fold, received: number, events: readonly object[]): Promise<number> {
  const header = { kind: 'collected', protocol: 'native', source: 'web', channel: 'web', received } as const;
  const body = { events: events.map((event) => ({ type: 'track', ...event })) };
  return fold.log.append(0, encodeRecord(header, Buffer.from(JSON.stringify(body))));
}

/** A tick every 200 ms of the log's time for a minute, in an hour in which windows of some people end. */
async function tickByTick(fold: Fold): Promise<readonly number[]> {
  const took: number[] = [];
  const begin = CROWD_END + 3 * HOUR;
  do await say(fold, 'tick', begin);
  while (isBehind(fold));
  for (let i = 1; i <= 300; i++) {
    const started = performance.now();
    await say(fold, 'tick', begin + i * 200);
    took.push(performance.now() - started);
  }
  return took;
}

function isBehind({ partition }: Fold): boolean {
  return (partition.timers.next() ?? Number.POSITIVE_INFINITY) <= partition.at;
}

/** The windows of the crowd end while events come in. Gives how long each record of events took, and all of it. */
async function burst(fold: Fold, random: () => number): Promise<{ ms: readonly number[]; seconds: number }> {
  const began = performance.now();
  const clock = { now: () => CROWD_END + performance.now() - began };
  const stop = startTicks({
    log: fold.log,
    number: 0,
    partition: fold.partition,
    clock,
    onError: console.error,
  });
  const ms: number[] = [];
  const records: Promise<unknown>[] = [];
  let seconds = 0;
  while (seconds === 0 && performance.now() - began < BURST_SECONDS_MAX * 1_000) {
    const at = performance.now();
    const events = Array.from({ length: EVENTS_A_RECORD }, (_, i) => ({
      id: `e${records.length}-${i}`,
      name: 'Other',
      time: clock.now(),
      identities: { user: `u${Math.floor(random() * Math.min(TIMERS, 20_000))}` },
    }));
    const folded = append(fold, clock.now(), events).then((position) => fold.partition.folded(position));
    records.push(folded.then(() => ms.push(performance.now() - at)));
    await new Promise((resolve) => setTimeout(resolve, RECORD_EVERY_MS - (performance.now() - at)));
    const isOver = records.length > 20 && ms.length > records.length - 5 && !isBehind(fold);
    if (isOver) seconds = (performance.now() - began) / 1_000;
  }
  await Promise.all(records);
  stop();
  return { ms, seconds };
}

async function expiry(how: string, pace: TimerPace): Promise<Row> {
  const fold = await openFold(pace);
  try {
    const random = dice(SEED);
    await setUp(fold, random);
    const size = () => fold.partition.book.sizes.get('a0') ?? 0;
    const before = size();
    const { ms, seconds } = await burst(fold, random);
    const endedCount = before - size();
    const ticks = await tickByTick(fold);
    return {
      timers: how,
      waiting: TIMERS,
      'due at once': endedCount,
      's until all had ended': seconds,
      'event to folded ms p50': quantile(ms, 0.5),
      p99: quantile(ms, 0.99),
      max: Math.max(...ms),
      'later ms a tick p50': quantile(ticks, 0.5),
      'tick max': Math.max(...ticks),
      'MB in memory': process.memoryUsage().rss / 1e6,
    };
  } finally {
    await fold.close();
  }
}

/** How exactly windows end while many wait, and what events notice when very many end at once. */
export async function run(): Promise<void> {
  console.log(
    `audience-expiry: ${machine()}; embedded state, log in memory; ${(EVENTS_A_RECORD * 1_000) / RECORD_EVERY_MS} events/s`,
  );
  const rows = [await expiry('in their turn', TIMER_PACE), await expiry('all at once', AT_ONCE)];
  printTable('Windows that end', rows);
}
