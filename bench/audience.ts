import { encodeRecord } from '../src/core/index.ts';
import { conditionOf } from './audience-conditions.ts';
import { defineAudiences, openFold } from './audience-fold.ts';
import { BATCH_EVENTS, makeBodies } from './kernel-load.ts';
import { machine, printTable, type Row } from './table.ts';

/** Events folded for each number of audiences; more with RAPPORT_BENCH_EVENTS. */
const EVENTS = Number(process.env.RAPPORT_BENCH_EVENTS ?? 120_000);
/** Numbers of audiences; others with RAPPORT_BENCH_COUNTS=10,1000. */
const COUNTS = (process.env.RAPPORT_BENCH_COUNTS ?? '0,10,200,1000').split(',').map(Number);
const PEOPLE = 20_000;
const SEED = 11;
const HOUR = 3_600_000;

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
    const touches = [...fold.partition.book.audiences.keys()].reduce(
      (sum, id) => sum + fold.partition.qualifier.touchesOf(id),
      0,
    );
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

/** What audiences cost the fold of an event of which the same few are touched, however many there are. */
export async function run(): Promise<void> {
  console.log(`audience: ${machine()}; embedded state, log in memory, no warehouse`);
  const costs: Row[] = [];
  for (const count of COUNTS) costs.push(await costOf(count));
  const few = Number(costs.find(({ audiences }) => audiences === 10)?.['us CPU/event'] ?? Number.NaN);
  printTable(
    'Fold of an event, of which the same few audiences are touched',
    costs.map((row) => ({ ...row, 'ratio to 10': Number(row['us CPU/event']) / few })),
  );
}
