import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Condition } from '../src/core/condition/index.ts';
import { encodeRecord } from '../src/core/index.ts';
import { loadDefinitions } from '../src/definition/index.ts';
import { createMemoryLog, type Log } from '../src/engine/log/index.ts';
import { openLmdbState } from '../src/engine/state/index.ts';
import { Partition, type TimerPace } from '../src/pipeline/index.ts';

/** When the audiences of a bench are set up: before anything happens. */
export const START = Date.UTC(2026, 4, 3);

/** People kept at hand; set with RAPPORT_BENCH_CACHED. */
const CACHED = Number(process.env.RAPPORT_BENCH_CACHED ?? 50_000);

/** A fold on an embedded state, without a warehouse. */
export interface Fold {
  readonly log: Log;
  readonly partition: Partition;
  close(): Promise<void>;
}

/** Opens a fold in a folder of its own. */
export async function openFold(pace?: TimerPace): Promise<Fold> {
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
    limits: { peopleMax: CACHED, identitiesMax: CACHED * 2 },
    ...(pace && { pace }),
    sink: {
      offer: (block) => {
        block.letGo?.();
        delivered.push(block.key);
      },
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

/** Appends a record without events and waits until it is folded. */
export async function say(
  fold: Fold,
  kind: 'filled' | 'sweep' | 'tick',
  received: number,
  body: object = {},
): Promise<void> {
  const bytes = encodeRecord({ kind, received }, Buffer.from(JSON.stringify(body)));
  await fold.partition.folded(await fold.log.append(0, bytes));
}

/** Sets audiences up before anything happened, so that their past is empty. */
export async function defineAudiences(fold: Fold, conditions: readonly Condition[]): Promise<void> {
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
