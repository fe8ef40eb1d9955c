import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Static, Type } from 'typebox';
import { createDistinct } from './distinct.ts';
import { judgeEvent } from './judge-event.ts';
import type { Fault } from './map/fault.ts';
import { createGrouping } from './map/group.ts';
import { compileMap, type ImportMap, namedColumns } from './map/map.ts';
import type { ImportedEvent } from './map/preset.ts';
import type { ImportFile } from './read/file.ts';
import { openRows } from './read/open.ts';
import type { Row } from './read/rows.ts';
import { reasonOf } from './reasons.ts';

const strict = { additionalProperties: false } as const;

const ReasonSchema = Type.Object(
  {
    code: Type.String(),
    message: Type.String(),
    rows: Type.Integer(),
    /** The first lines of the file that it concerns. */
    lines: Type.Array(Type.Integer()),
    /** The columns that could not be read. */
    columns: Type.Array(Type.String()),
  },
  strict,
);

/** What an import would do, without doing it. */
export const DryRunReportSchema = Type.Object(
  {
    file: Type.String(),
    format: Type.String(),
    rows: Type.Integer(),
    events: Type.Integer(),
    /** Events by their name; names beyond the first 200 are summed up under `…`. */
    eventNames: Type.Record(Type.String(), Type.Integer()),
    /** Different last identities of the events: people, where the map names the person last. */
    people: Type.Integer(),
    /** False when there are so many that the count is an estimate. */
    isPeopleExact: Type.Boolean(),
    /** ISO times of the first and the last event. */
    firstTime: Type.Optional(Type.String()),
    lastTime: Type.Optional(Type.String()),
    rejects: Type.Array(ReasonSchema),
    drops: Type.Array(ReasonSchema),
    columns: Type.Array(Type.String()),
    /** Columns that the map does not use. */
    unusedColumns: Type.Array(Type.String()),
    /** Columns that the map names and that no row has; only in JSON lines. */
    absentColumns: Type.Array(Type.String()),
    /** Orders whose lines stand too far apart in the file to become one event. */
    splitOrders: Type.Integer(),
    /** The first events as they would be written. */
    samples: Type.Array(Type.Unknown()),
  },
  strict,
);
export type DryRunReport = Static<typeof DryRunReportSchema>;

export interface DryRunOptions {
  readonly file: ImportFile;
  readonly map: ImportMap;
  /** The moment for which rows without a time speak. */
  readonly asOf: number;
  readonly signal?: AbortSignal;
  onProgress?(rows: number, bytesRead: number): void;
}

const LINES_TOLD_MAX = 20;
const SAMPLES_MAX = 5;
const NAMES_MAX = 200;
const COLUMNS_TOLD_MAX = 50;

/**
 * Reads a whole file as an import would and reports what would come of it. Refuses what `openRows` and `compileMap` refuse;
 * an aborted signal throws its reason.
 */
export async function dryRun(options: DryRunOptions): Promise<DryRunReport> {
  const { file, map, asOf } = options;
  const reading = await openRows(file, map.file, namedColumns(map));
  const compiled = compileMap(map, reading, asOf);
  const rejects = createReasons();
  const drops = createReasons();
  const seen = createSeen();
  const grouping = createGrouping(compiled.rules, {
    event(event, rows) {
      const fault = judgeEvent(event, JSON.stringify(event), asOf);
      if (fault === undefined) seen.add(event);
      else for (const row of rows) rejects.add(row, fault);
    },
    reject: rejects.add,
    drop: drops.add,
  });
  let rows = 0;
  for await (const batch of reading.batches(reading.start)) {
    for (const row of batch.rows) grouping.take(row);
    rows += batch.rows.length;
    options.signal?.throwIfAborted();
    options.onProgress?.(rows, batch.bytesRead);
    await nextTurn();
  }
  grouping.end();
  return {
    file: file.name,
    format: reading.format,
    rows,
    ...seen.report(),
    rejects: rejects.list(),
    drops: drops.list(),
    columns: [...reading.columns].slice(0, COLUMNS_TOLD_MAX),
    unusedColumns: compiled.unusedColumns().slice(0, COLUMNS_TOLD_MAX),
    absentColumns: [...reading.absent],
  };
}

function createReasons() {
  const reasons = new Map<string, { rows: number; lines: number[]; columns: Set<string> }>();
  return {
    add(row: Row, fault: Fault): void {
      let reason = reasons.get(fault.code);
      if (reason === undefined) {
        reason = { rows: 0, lines: [], columns: new Set() };
        reasons.set(fault.code, reason);
      }
      reason.rows++;
      if (reason.lines.length < LINES_TOLD_MAX) reason.lines.push(row.line);
      if (fault.column !== undefined && reason.columns.size < COLUMNS_TOLD_MAX)
        reason.columns.add(fault.column);
    },
    list: () =>
      [...reasons]
        .map(([code, { rows, lines, columns }]) => ({
          code,
          message: reasonOf(code),
          rows,
          lines,
          columns: [...columns],
        }))
        .sort((a, b) => b.rows - a.rows),
  };
}

/** What the events of a file have in common. */
function createSeen() {
  const people = createDistinct();
  const orders = createDistinct();
  const names = new Map<string, number>();
  const samples: ImportedEvent[] = [];
  let events = 0;
  let completed = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  return {
    add(event: ImportedEvent): void {
      events++;
      const name = names.has(event.name) || names.size < NAMES_MAX ? event.name : '…';
      names.set(name, (names.get(name) ?? 0) + 1);
      if (samples.length < SAMPLES_MAX) samples.push(event);
      first = Math.min(first, event.time);
      last = Math.max(last, event.time);
      const person = event.identities.at(-1);
      if (person !== undefined) people.add(`${person.namespace}:${person.value}`);
      if (event.name !== 'Order Completed') return;
      completed++;
      orders.add(String(event.properties['order_id']));
    },
    report() {
      const { count, isExact } = people.count();
      const known = orders.count();
      const times =
        events === 0
          ? {}
          : { firstTime: new Date(first).toISOString(), lastTime: new Date(last).toISOString() };
      const splitOrders = known.isExact ? completed - known.count : 0;
      const eventNames = Object.fromEntries(names);
      return { events, eventNames, people: count, isPeopleExact: isExact, ...times, splitOrders, samples };
    },
  };
}
