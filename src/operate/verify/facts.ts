import { positionOf } from '../../core/index.ts';
import type { State } from '../../engine/state/index.ts';
import type { Warehouse } from '../../engine/warehouse/index.ts';
import { decodeEntry, ROW_REFUSED } from '../../ingest/index.ts';
import { type Checkpoint, readBlock, textLines } from '../../pipeline/index.ts';
import { FACT_COLUMNS } from '../../profile/index.ts';
import type { LogEnds } from './checkpoint.ts';
import { counted, createFaults, type Faults, type Finding } from './finding.ts';
import { pages } from './pages.ts';

/** Rows of one fragment: how many, and the newest place among them. */
export interface FragmentRows {
  count: number;
  newest: number;
}

/** The facts up to the checkpoint, in the warehouse and on the way to it. */
export interface Facts {
  readonly finding: Finding;
  /** Facts about people up to the cut, each counted once. */
  readonly count: number;
  /** Rows that wait in the outbox and are not in the warehouse, by fragment. */
  readonly waiting: ReadonlyMap<number, FragmentRows>;
}

/** Blocks hold up to some thousand rows each. */
const BLOCKS_A_PAGE = 10;
/** Rows whose places are compared in one question; the engine holds them in memory. */
const ROWS_AT_ONCE = 4_000_000;
/** What a question over the whole history may take; nothing else runs meanwhile. */
export const WHOLE_HISTORY = { seconds: 3_600, bytes: 4_000_000_000 };

const PLACE = FACT_COLUMNS.indexOf('place');
const DERIVED = FACT_COLUMNS.indexOf('derived');
const FRAGMENT = FACT_COLUMNS.indexOf('fragment');
const PERSON = FACT_COLUMNS.indexOf('person');

/** Checks that every row is at most once in the warehouse and at most once in the outbox, and counts the facts. */
export async function checkFacts(
  state: State,
  warehouse: Warehouse,
  checkpoint: Checkpoint,
  log: LogEnds,
): Promise<Facts> {
  const faults = createFaults();
  const stored = await storedRows(warehouse, checkpoint, faults);
  if (stored.newest >= 0 && positionOf(stored.newest) >= log.next)
    faults.add(
      `the warehouse holds facts of record ${positionOf(stored.newest)}, but the log ends at ${log.next}`,
    );
  const outbox = await readOutbox(state, warehouse, checkpoint, faults);
  const ahead =
    stored.ahead > 0
      ? `, ${counted(stored.ahead, 'row')} ahead of the checkpoint (kept when folded again)`
      : '';
  const seen = `${counted(stored.total, 'row')} in the warehouse, ${counted(outbox.rowCount, 'row')} on the way${ahead}`;
  return {
    finding: faults.finding('facts', seen),
    count: stored.aboutPeople + outbox.aboutPeople,
    waiting: outbox.waiting,
  };
}

interface StoredRows {
  readonly total: number;
  readonly aboutPeople: number;
  readonly ahead: number;
  readonly newest: number;
}

async function storedRows(warehouse: Warehouse, { cut }: Checkpoint, faults: Faults): Promise<StoredRows> {
  if (!(await hasEvents(warehouse))) return { total: 0, aboutPeople: 0, ahead: 0, newest: -1 };
  const bound = { cut: Math.max(0, cut) };
  const { rows } = await warehouse.query<{
    total: number;
    people: number;
    ahead: number;
    oldest: number;
    newest: number;
  }>(
    `select count() as total, countIf(person != 0 and derived = 0 and place <= {cut:UInt64}) as people,
  countIf(place > {cut:UInt64}) as ahead, min(place) as oldest, max(place) as newest
from events`,
    bound,
    WHOLE_HISTORY,
  );
  const { total = 0, people = 0, ahead = 0, oldest = 0, newest = 0 } = rows[0] ?? {};
  if (total === 0) return { total, aboutPeople: 0, ahead, newest: -1 };
  const step = Math.max(1, Math.ceil(((newest - oldest + 1) / total) * ROWS_AT_ONCE));
  for (let from = oldest; from <= newest; from += step)
    await checkTwice(warehouse, from, from + step - 1, faults);
  return { total, aboutPeople: people, ahead, newest };
}

async function checkTwice(warehouse: Warehouse, from: number, to: number, faults: Faults): Promise<void> {
  const { rows } = await warehouse.query<{ place: number; derived: number; times: number }>(
    `select place, derived, count() as times
from events
where place between {from:UInt64} and {to:UInt64}
group by place, derived
having times > 1
order by place, derived
limit 1000`,
    { from, to },
    WHOLE_HISTORY,
  );
  for (const { place, derived, times } of rows)
    faults.add(`place ${place}.${derived} (record ${positionOf(place)}) is ${times} times in the warehouse`);
}

/** Whether the warehouse was ever prepared; a server that was stopped at once leaves none. */
export async function hasEvents(warehouse: Warehouse): Promise<boolean> {
  const { rows } = await warehouse.query(
    "select name from system.tables where database = currentDatabase() and name = 'events'",
  );
  return rows.length > 0;
}

interface Outbox {
  rowCount: number;
  aboutPeople: number;
  readonly waiting: Map<number, FragmentRows>;
}

async function readOutbox(
  state: State,
  warehouse: Warehouse,
  { cut }: Checkpoint,
  faults: Faults,
): Promise<Outbox> {
  const outbox: Outbox = { rowCount: 0, aboutPeople: 0, waiting: new Map() };
  const isPrepared = await hasEvents(warehouse);
  const refused = await refusedRows(state);
  for (const { place, fragment, isAboutPerson } of refused.values()) {
    if (!isAboutPerson) continue;
    outbox.aboutPeople++;
    note(outbox.waiting, fragment, place);
  }
  let before: Row = { place: -1, derived: 0 };
  for await (const entries of pages(state, 'outbox', BLOCKS_A_PAGE)) {
    for (const [key, value] of entries) {
      const block = readBlock(key, value);
      if (block.to > cut) faults.add(`block ${key} of the outbox is newer than the checkpoint`);
      const there = isPrepared ? await rowsBetween(warehouse, block.from, block.to) : new Set<string>();
      for (const line of textLines([block], 'events')) {
        const cells = line.split('\t', PERSON + 1);
        const place = Number(cells[PLACE]);
        const row = { place, derived: Number(cells[DERIVED]) };
        if (!isAfter(row, before))
          faults.add(`row ${nameOf(row)} is not after ${nameOf(before)} in the outbox`);
        else before = row;
        if (there.has(nameOf(row)) || refused.has(nameOf(row))) continue;
        outbox.rowCount++;
        // What followed within the program is about people too, but counts among nobody's events.
        if (Number(cells[PERSON]) === 0 || row.derived > 0) continue;
        outbox.aboutPeople++;
        note(outbox.waiting, Number(cells[FRAGMENT]), place);
      }
    }
  }
  return outbox;
}

interface RefusedRow {
  readonly place: number;
  readonly fragment: number;
  readonly isAboutPerson: boolean;
}

/** Rows that the warehouse cannot take: they are missing there, and their events count all the same. */
async function refusedRows(state: State): Promise<Map<string, RefusedRow>> {
  const rows = new Map<string, RefusedRow>();
  for await (const entries of pages(state, 'quarantine', BLOCKS_A_PAGE * 100))
    for (const [, text] of entries) {
      const { reason, channel, row } = decodeEntry(text);
      if (reason !== ROW_REFUSED || row === undefined || channel === 'catalogue') continue;
      const cells = row.split('\t', PERSON + 1).map(Number);
      const [place = 0, derived = 0] = [cells[PLACE], cells[DERIVED]];
      const isAboutPerson = cells[PERSON] !== 0 && derived === 0;
      rows.set(nameOf({ place, derived }), { place, fragment: cells[FRAGMENT] ?? 0, isAboutPerson });
    }
  return rows;
}

function note(waiting: Map<number, FragmentRows>, fragment: number, place: number): void {
  const rows = waiting.get(fragment);
  if (!rows) waiting.set(fragment, { count: 1, newest: place });
  else {
    rows.count++;
    rows.newest = Math.max(rows.newest, place);
  }
}

/** What no two rows of `events` share. */
interface Row {
  readonly place: number;
  readonly derived: number;
}

function isAfter(row: Row, before: Row): boolean {
  return row.place > before.place || (row.place === before.place && row.derived > before.derived);
}

function nameOf({ place, derived }: Row): string {
  return `${place}.${derived}`;
}

async function rowsBetween(warehouse: Warehouse, from: number, to: number): Promise<Set<string>> {
  const { rows } = await warehouse.query<Row>(
    'select place, derived\nfrom events\nwhere place between {from:UInt64} and {to:UInt64}',
    { from, to },
    WHOLE_HISTORY,
  );
  return new Set(rows.map(nameOf));
}
