import { type Static, Type } from 'typebox';
import { refusal, type Settings } from '../core/index.ts';
import { type IdentityKey, type Node, namespacesOf, normalise } from '../identity/index.ts';
import { reasonOf } from '../ingest/index.ts';
import type { AudienceBook } from './book.ts';
import { type CsvRow, csvRowsOf } from './csv-rows.ts';
import { changeList, type LogSide, warehouseHasAll } from './lists.ts';
import { type Column, type ColumnOrder, columnOf } from './upload-column.ts';
import { WAITING_MAX } from './waiting.ts';

/** What became of the rows of an upload. */
export const UploadReportSchema = Type.Object(
  {
    rows: Type.Integer({ description: 'Rows read, without the header' }),
    matched: Type.Integer({ description: 'Rows whose identity somebody has' }),
    people: Type.Integer({ description: 'Different people among them' }),
    unknown: Type.Integer({ description: 'Rows whose identity nobody has yet: they wait' }),
    notKept: Type.Integer({ description: 'Unknown rows for which there was no room to wait' }),
    invalid: Type.Integer({ description: 'Rows without an identity that can stand for anybody' }),
    invalidRows: Type.Array(Type.Object({ line: Type.Integer(), reason: Type.String() }), {
      description: 'The first of them, by line of the file',
    }),
    removed: Type.Integer({ description: 'People taken off because the upload replaces the list' }),
    tookMs: Type.Integer(),
  },
  { additionalProperties: false },
);
export type UploadReport = Static<typeof UploadReportSchema>;

/** How the rows of an upload are to be taken. */
export interface UploadOrder extends ColumnOrder {
  readonly list: string;
  readonly mode: 'add' | 'replace';
  /** Until when people stay (ms); for ever unless given. */
  readonly until?: number | undefined;
}

/** What an upload works with. */
export interface UploadDeps {
  readonly log: LogSide;
  readonly book: AudienceBook;
  settings(): Settings;
  readNode(key: IdentityKey): Promise<Node | undefined>;
  /** Everybody who is on the list now. */
  peopleOn(list: string): Promise<number[]>;
}

const ROWS_MAX = 5_000_000;
const INVALID_SHOWN = 100;

interface Tally {
  rows: number;
  matched: number;
  unknown: number;
  notKept: number;
  invalid: number;
  readonly invalidRows: { line: number; reason: string }[];
  /** For `replace`: who and what was in the file. */
  readonly people: Set<number>;
  readonly keys: Set<IdentityKey>;
}

/**
 * Puts the people of a CSV file on a list while the file is being read. Identities that nobody has wait, and create nobody. Resolves
 * when all of it is durable and folded. Refusals (422): `audience.no-identity-column`, `audience.unknown-namespace`,
 * `audience.upload-unreadable`; 413 `audience.upload-too-long`.
 */
export async function uploadList(
  deps: UploadDeps,
  order: UploadOrder,
  content: AsyncIterable<Uint8Array>,
): Promise<UploadReport> {
  const startedAt = deps.log.clock.now();
  const settings = deps.settings();
  const namespaces = namespacesOf(settings);
  const tally: Tally = {
    ...{ rows: 0, matched: 0, unknown: 0, notKept: 0, invalid: 0, invalidRows: [] },
    people: new Set(),
    keys: new Set(),
  };
  let column: Column | undefined;
  for await (const rows of csvRowsOf(content)) {
    let fresh = rows;
    if (!column) {
      column = columnOf((rows[0]?.cells ?? []).map(String), order, namespaces, settings.country);
      if (!column.hasNoHeader) fresh = rows.slice(1);
    }
    await take(deps, order, column, fresh, tally);
  }
  if (!column)
    throw refusal('audience.upload-unreadable', 422, 'The file is empty; its first row names the columns.');
  const removed = order.mode === 'replace' ? await removeOthers(deps, order.list, tally) : 0;
  await deps.log.folded();
  const { people, keys: _, ...counts } = tally;
  return { ...counts, people: people.size, removed, tookMs: deps.log.clock.now() - startedAt };
}

async function take(
  deps: UploadDeps,
  { list, until }: UploadOrder,
  { index, namespace }: Column,
  rows: readonly CsvRow[],
  tally: Tally,
): Promise<void> {
  const settings = deps.settings();
  const namespaces = namespacesOf(settings);
  const keys: IdentityKey[] = [];
  for (const { line, cells, broken } of rows) {
    if (++tally.rows > ROWS_MAX)
      throw refusal(
        'audience.upload-too-long',
        413,
        `The file has more than ${ROWS_MAX} rows; send it in parts.`,
      );
    const value = String(cells[index] ?? '').trim();
    const key = broken ? undefined : normalise({ namespace, value }, namespaces, settings.country)?.key;
    if (key !== undefined) {
      keys.push(key);
      continue;
    }
    tally.invalid++;
    const misfit = value === '' ? 'The cell is empty.' : `It can be nobody’s ${namespace}.`;
    const reason = broken ? reasonOf(broken) : misfit;
    if (tally.invalidRows.length < INVALID_SHOWN) tally.invalidRows.push({ line, reason });
  }
  const nodes = await Promise.all(keys.map((key) => deps.readNode(key)));
  const kept: [IdentityKey, number | null][] = [];
  for (const [i, key] of keys.entries()) {
    const person = nodes[i]?.person ?? 0;
    if (person !== 0) {
      tally.matched++;
      tally.people.add(person);
    } else if (deps.book.waiting.size + kept.length < WAITING_MAX) tally.unknown++;
    else {
      tally.notKept++;
      continue;
    }
    tally.keys.add(key);
    kept.push([key, until ?? null]);
  }
  await changeList(deps.log, { list, how: 'upload', keys: kept });
}

/** Takes off who is on the list and was not in the file. */
async function removeOthers(deps: UploadDeps, list: string, { keys }: Tally): Promise<number> {
  await warehouseHasAll(deps.log);
  // Looked up again: people may have become one since.
  const people = new Set<number>();
  for (const key of keys) people.add((await deps.readNode(key))?.person ?? 0);
  const others = (await deps.peopleOn(list)).filter((person) => !people.has(person));
  const waiting = [...deps.book.waiting.of(list)].filter((key) => !keys.has(key));
  await changeList(deps.log, {
    ...{ list, how: 'upload' },
    people: others.map((person) => [person, 0]),
    keys: waiting.map((key) => [key, 0]),
  });
  return others.length;
}
