import { type Clock, placeOf, type RecordHeader, refusal } from '../core/index.ts';
import type { IdentityKey } from '../identity/index.ts';
import type { ListBody, ListCause, ListEntry, Ranked } from './records.ts';

/** What the lists need of the log and the fold. */
export interface LogSide {
  readonly clock: Clock;
  /** Appends a record once the fold has caught up with most of what was appended before; gives its position. */
  append(header: RecordHeader, body: object): Promise<number>;
  /** Resolves when the record is folded; without one, when everything in the log is. */
  folded(position?: number): Promise<unknown>;
  /** Position of the newest record; -1 when there is none. */
  newest(): number;
  /** Whether the warehouse has every row up to a place; where it has not, what waits for it goes at once. */
  hasRows(place: number): boolean;
}

/** What is to change on a list. */
export interface ListChange {
  readonly list: string;
  readonly how: ListCause;
  /** People by id. */
  readonly people?: readonly ListEntry[];
  /** People by identity; who is not known yet waits. */
  readonly keys?: readonly (readonly [IdentityKey, number | null])[];
  readonly ranked?: Ranked;
}

/** Bounds of one record: the fold takes it in one piece. */
const ENTRIES_MAX = 400;
/** Records under way at once. */
const RECORDS_AT_ONCE = 16;
const WAREHOUSE_MS_MAX = 30_000;
const LOOK_EVERY_MS = 25;

/** Changes a list through the log. Resolves when all of it is durable, with the position of the last record. */
export async function changeList(
  log: Pick<LogSide, 'append' | 'clock'>,
  change: ListChange,
): Promise<number> {
  const bodies = bodiesOf(change);
  let last = -1;
  for (let i = 0; i < bodies.length; i += RECORDS_AT_ONCE) {
    const received = log.clock.now();
    const positions = await Promise.all(
      bodies.slice(i, i + RECORDS_AT_ONCE).map((body) => log.append({ kind: 'listed', received }, body)),
    );
    last = Math.max(last, ...positions);
  }
  return last;
}

function bodiesOf({ list, how, people = [], keys = [], ranked }: ListChange): ListBody[] {
  const bodies: ListBody[] = [];
  for (let i = 0; i < people.length; i += ENTRIES_MAX)
    bodies.push({ list, how, entries: people.slice(i, i + ENTRIES_MAX) });
  for (let i = 0; i < keys.length; i += ENTRIES_MAX)
    bodies.push({ list, how, entries: [], keys: keys.slice(i, i + ENTRIES_MAX) });
  // The word that a ranking is done comes last.
  if (ranked) bodies.push({ list, how, entries: [], ranked });
  return bodies;
}

/**
 * Waits until the warehouse has everything that is in the log now, so that a question to it is as good as one to the fold. Refusal:
 * `audience.warehouse-behind` (503) when it does not get there.
 */
export async function warehouseHasAll(log: LogSide): Promise<void> {
  const position = log.newest();
  if (position < 0) return;
  await log.folded(position);
  const place = placeOf(position + 1, 0) - 1;
  const until = log.clock.now() + WAREHOUSE_MS_MAX;
  while (!log.hasRows(place)) {
    if (log.clock.now() > until)
      throw refusal('audience.warehouse-behind', 503, 'The warehouse is behind; try again in a moment.', {
        retryAfterSeconds: 10,
      });
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
