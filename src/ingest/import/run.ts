import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Channel, refusal } from '../../core/index.ts';
import { createGrouping } from './map/group.ts';
import { type CompiledMap, compileMap, type ImportMap, namedColumns } from './map/map.ts';
import { createPacking } from './packing.ts';
import type { ImportFile } from './read/file.ts';
import { openRows } from './read/open.ts';
import { createPlaces } from './read/places.ts';
import { createShipping, type ShippingDeps } from './shipping.ts';
import { NO_TOTALS, type Progress, sumOf } from './tally.ts';

/** Whose history it is. */
export interface ImportSource {
  readonly id: string;
  readonly channel?: Channel;
  /** ISO 3166 alpha-2, for telephone numbers without a country code. */
  readonly country?: string;
}

export interface RunOptions extends ShippingDeps {
  readonly file: ImportFile;
  readonly map: ImportMap;
  readonly source: ImportSource;
  /** When the import was ordered: rows without a time speak for this moment. The same after every restart. */
  readonly asOf: number;
  /** What was saved last, to go on there. */
  readonly progress?: Progress;
  /** Rejects beyond which the import gives up; REJECTS_MAX when absent. */
  readonly rejectsMax?: number;
}

/** `stopped`: the signal was given; a run with this progress does the rest. */
export interface RunOutcome {
  readonly state: 'done' | 'stopped';
  readonly progress: Progress;
}

/** So many rejects mean a wrong map. */
const REJECTS_MAX = 200_000;

/** A stretch of rows that are all left out still moves the progress. */
const PARCEL_ROWS_MAX = 20_000;

/**
 * Imports a file: reads, maps, appends records of protocol `import` and keeps its progress. Memory is bounded; the next
 * record is made while earlier ones become durable. After a stop or a kill, a run with the saved progress appends the
 * rest: ids are derived from the rows, so the few records that were durable but not yet saved as such count once all the same.
 * Refuses what `openRows` and `compileMap` refuse, `import.too-many-rejects` (422), and what the log refuses for longer
 * than ten minutes; progress is saved before it throws.
 */
export async function runImport(options: RunOptions): Promise<RunOutcome> {
  const { file, map, asOf } = options;
  const reading = await openRows(file, map.file, namedColumns(map));
  const compiled = compileMap(map, reading, asOf);
  const start = options.progress ?? { place: reading.start, totals: NO_TOTALS };
  const shipping = createShipping(options, headerOf(options.source, compiled), start);
  const packing = createPacking(file.name, asOf, start.totals);
  const grouping = createGrouping(compiled.rules, packing.outcome);
  const places = createPlaces();
  let latest = start;
  let rowsTaken = 0;
  let rowsAtClose = 0;
  const ship = async () => {
    const rows = grouping.settledRows();
    if (rows === undefined && !packing.isFull()) return;
    rowsAtClose = rowsTaken;
    if (rows !== undefined) {
      const { place, bytesRead } = places.at(rows) ?? { place: start.place, bytesRead: 0 };
      const { events, rejected, dropped } = packing.totals;
      const totals = {
        rows: start.totals.rows + rows,
        events,
        rejected: { ...rejected },
        dropped: { ...dropped },
        bytesRead,
      };
      latest = { place, totals };
    }
    await shipping.send(packing.close(), latest);
    refuseMany(packing.totals.rejected, options.rejectsMax ?? REJECTS_MAX);
  };
  try {
    for await (const batch of reading.batches(start.place)) {
      places.add(batch);
      for (const row of batch.rows) {
        grouping.take(row);
        rowsTaken++;
        if (packing.isReady() || rowsTaken - rowsAtClose >= PARCEL_ROWS_MAX) await ship();
      }
      if (options.signal?.aborted === true) return { state: 'stopped', progress: await shipping.finish() };
      // Reading from the page cache and mapping never wait; the collector in the same process must get its turn.
      await nextTurn();
    }
    grouping.end();
    await ship();
  } catch (error) {
    const progress = await shipping.finish().catch(() => undefined);
    if (options.signal?.aborted === true && progress !== undefined) return { state: 'stopped', progress };
    throw error;
  }
  return { state: 'done', progress: await shipping.finish() };
}

function headerOf(source: ImportSource, compiled: CompiledMap) {
  const { presetChannel } = compiled;
  // Catalogue changes are about nobody, whatever the source usually sends.
  const usual = presetChannel === 'catalogue' ? presetChannel : (source.channel ?? presetChannel);
  const header = {
    kind: 'collected',
    protocol: 'import',
    source: source.id,
    channel: compiled.channel ?? usual,
  } as const;
  return source.country === undefined ? header : { ...header, country: source.country };
}

function refuseMany(rejected: Readonly<Record<string, number>>, max: number): void {
  const total = sumOf(rejected);
  if (total <= max) return;
  const message = `More than ${max} rows were rejected. Look at the reasons, correct the map or the file, and start again; what was imported counts once.`;
  throw refusal('import.too-many-rejects', 422, message, { detail: { rejected, rejectsMax: max } });
}
