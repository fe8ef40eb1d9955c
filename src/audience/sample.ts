import type { Clock } from '../core/index.ts';
import { countOverrides, currentPerson, type Warehouse } from '../engine/warehouse/index.ts';

/** Ids of people are hashes below this, spread evenly: those up to a share of it are a fair sample. */
const PERSON_IDS = 2 ** 53;
/** The largest sample that is kept, as a share of everybody. */
export const SAMPLE_SHARE_MAX = 1 / 16;
/** A sample is never older than this while somebody asks. */
const FRESH_MS = 60_000;
/** And this while nobody does. */
const REFRESH_EVERY_MS = 10 * 60_000;

const COLUMNS =
  'place, derived, time, fragment, type, name, source, channel, product_ids, product_categories, product_brands, properties, properties_text, context_text';

/** The sample of people's events that quick answers come from. */
export interface Sample {
  /** Until when it is complete (ms); undefined while there is none. Asking makes it fresh in the background. */
  asOf(): Promise<number | undefined>;
  /** Makes it complete up to now. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** What keeping the sample needs. */
export interface SampleDeps {
  readonly warehouse: Warehouse;
  readonly clock: Clock;
  /** The place up to which the warehouse is complete; below 0 while it has nothing. */
  completeUpTo(): number;
  readonly onError: (error: unknown) => void;
}

/** The greatest id in a sample of this share. */
export function upToPersonOf(share: number): number {
  return Math.floor(share * PERSON_IDS) - 1;
}

/** Keeps the sample: from time to time, and when somebody asks. */
export function keepSample(deps: SampleDeps): Sample {
  let running: Promise<void> | undefined;
  let closed = false;
  const refresh = (): Promise<void> => {
    if (closed) return Promise.resolve();
    running ??= bringUp(deps).finally(() => {
      running = undefined;
    });
    return running;
  };
  const inBackground = (): void => void refresh().catch(deps.onError);
  const timer = setInterval(inBackground, REFRESH_EVERY_MS);
  timer.unref();
  return {
    refresh,
    async asOf() {
      const progress = await progressOf(deps.warehouse);
      if (!progress || deps.clock.now() - progress.at > FRESH_MS) inBackground();
      return progress?.at;
    },
    async close() {
      closed = true;
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}

interface Progress {
  readonly place: number;
  readonly at: number;
}

async function progressOf(warehouse: Warehouse): Promise<Progress | undefined> {
  const { rows } = await warehouse.query<Progress>(
    'select place, at from sample_progress order by at desc, place desc limit 1',
  );
  return rows[0];
}

/**
 * Adds what is new: rows after the place up to which it was complete, and, because people merged or parted since, fragments that
 * belong to somebody else now. A crash between the steps leaves what the next call does again.
 */
async function bringUp({ warehouse, clock, completeUpTo }: SampleDeps): Promise<void> {
  const [upTo, at] = [completeUpTo(), clock.now()];
  if (upTo < 0) return;
  const before = await progressOf(warehouse);
  const from = before?.place ?? -1;
  if (upTo <= from) {
    if (before) await note(warehouse, { place: from, at });
    return;
  }
  const { rows } = await warehouse.query<{ later: number }>(
    'select count() as later from sampled_events where place > {from:Int64}',
    { from },
  );
  if ((rows[0]?.later ?? 0) > 0)
    await warehouse.command(`alter table sampled_events delete where place > ${from}`);
  const current = currentPerson(await countOverrides(warehouse));
  // Rows of nobody have person 0.
  const inSample = `person != 0 and ${current.person} <= ${upToPersonOf(SAMPLE_SHARE_MAX)}`;
  // One thread: collection goes on meanwhile.
  const copy = (where: string): Promise<void> =>
    warehouse.command(
      `insert into sampled_events (person, ${COLUMNS})
select ${current.person} as holder, ${COLUMNS}
from ${current.from}
where ${inSample}
and ${where}
settings max_threads = 1`,
    );
  const moved = `select fragment from person_overrides where place > ${Math.max(0, from)} and place <= ${upTo}`;
  if (before && (await isAny(warehouse, moved))) {
    await warehouse.command(`alter table sampled_events delete where fragment in (${moved})`);
    await copy(`fragment in (${moved}) and place <= ${from}`);
  }
  await copy(`place > ${from} and place <= ${upTo}`);
  await note(warehouse, { place: upTo, at });
}

async function isAny(warehouse: Warehouse, select: string): Promise<boolean> {
  const { rows } = await warehouse.query<{ count: number }>(`select count() as count from (${select})`);
  return (rows[0]?.count ?? 0) > 0;
}

/** The newest word counts; older ones go, so that the table stays a line or two. */
async function note(warehouse: Warehouse, { place, at }: Progress): Promise<void> {
  await warehouse.insert('sample_progress', ['place', 'at'], `${place}\t${at}\n`);
  await warehouse.command(`alter table sample_progress delete where at < ${at}`);
}
