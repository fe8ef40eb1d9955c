import { join } from 'node:path';
import { loadDefinitions } from '../../src/definition/index.ts';
import { openLmdbLog } from '../../src/engine/log/index.ts';
import { type Collection, openMemoryState, type State } from '../../src/engine/state/index.ts';
import { Partition, textLines } from '../../src/pipeline/index.ts';
import { decodeProfile, type Profile } from '../../src/profile/index.ts';

/** What a second fold of the whole log gave, beside what the server had stored. */
export interface Refold {
  readonly records: number;
  readonly compared: number;
  readonly differenceCount: number;
  /** The first differences; they quote records of made-up people. */
  readonly differences: readonly string[];
  /** The facts of the second fold, in the order of their places. */
  readonly facts: readonly string[];
  /** Everybody who is not part of somebody else. */
  readonly people: readonly Profile[];
}

/** What a replay of the log must give again, byte for byte. */
const FOLDED: readonly Collection[] = ['identities', 'people', 'seen', 'quarantine', 'definitions'];
const PAGE = 1_000;
const DIFFERENCES_SHOWN = 10;
const MANY = 10_000_000;

/** Folds the log of a stopped server from its beginning into an empty state, without a stop, and compares the two. */
export async function refold(folder: string, stored: State): Promise<Refold> {
  const log = await openLmdbLog({
    folder: join(folder, 'log'),
    partitions: 1,
    waitingBytesMax: 1024 ** 2,
    recordBytesMax: 1024 ** 2,
    roomBytesMin: 0,
  });
  const fresh = await openMemoryState();
  const { next } = log.bounds(0);
  const facts = await foldAll(log, fresh, next);
  await log.close();
  const differences: string[] = [];
  const people: Profile[] = [];
  let compared = 0;
  let differenceCount = 0;
  for (const collection of FOLDED)
    for await (const [key, mine, theirs] of pairs(fresh, stored, collection)) {
      compared++;
      if (collection === 'people' && mine !== undefined) people.push(decodeProfile(mine));
      if (mine === theirs) continue;
      if (++differenceCount <= DIFFERENCES_SHOWN)
        differences.push(`${collection} ${key}\n  folded again ${mine}\n  stored       ${theirs}`);
    }
  return { records: next, compared, differenceCount, differences, facts, people };
}

async function foldAll(
  log: Awaited<ReturnType<typeof openLmdbLog>>,
  state: State,
  next: number,
): Promise<string[]> {
  const facts: string[] = [];
  const delivered: string[] = [];
  const errors: unknown[] = [];
  let now = 0;
  const partition = await Partition.start({
    partition: 0,
    log,
    state,
    // The fold must not depend on the clock: this one has nothing to do with time.
    clock: { now: () => ++now },
    definitions: await loadDefinitions(state),
    limits: { peopleMax: MANY, identitiesMax: MANY },
    sink: {
      offer: (block) => {
        facts.push(...textLines([block], 'events'));
        delivered.push(block.key);
      },
      delivered: () => delivered.splice(0),
      hasDelivered: () => delivered.length > 0,
    },
    happened: () => {},
    onError: (error) => errors.push(error),
  });
  if (next > 0) await partition.folded(next - 1);
  await partition.close();
  if (errors.length > 0) throw errors[0];
  return facts;
}

/** The keys of either state in their order, with both values. */
async function* pairs(
  mine: State,
  theirs: State,
  collection: Collection,
): AsyncGenerator<readonly [string, string | undefined, string | undefined]> {
  const [a, b] = [entries(mine, collection), entries(theirs, collection)];
  let [left, right] = [await a.next(), await b.next()];
  while (!left.done || !right.done) {
    const order = left.done
      ? 1
      : right.done
        ? -1
        : Buffer.compare(Buffer.from(left.value[0]), Buffer.from(right.value[0]));
    const key = order <= 0 ? left.value![0] : right.value![0];
    yield [key, order <= 0 ? left.value![1] : undefined, order >= 0 ? right.value![1] : undefined];
    if (order <= 0) left = await a.next();
    if (order >= 0) right = await b.next();
  }
}

async function* entries(state: State, collection: Collection): AsyncGenerator<readonly [string, string]> {
  for (let from = ''; ; ) {
    const page = await state.range(collection, { from, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    from = `${last[0]}\0`;
  }
}
