import { type Static, Type } from 'typebox';
import { type Json, type Namespace, refusal, type Settings } from '../core/index.ts';
import { type IdentityKey, type Node, namespacesOf, normalise } from '../identity/index.ts';
import { splitCsv } from '../ingest/index.ts';
import type { AudienceBook } from './book.ts';
import { changeList, type LogSide, warehouseHasAll } from './lists.ts';
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
export interface UploadOrder {
  readonly list: string;
  /** The namespace of the identities; told from the header unless given. */
  readonly namespace?: string | undefined;
  /** The name of the column; told from the header unless given. */
  readonly column?: string | undefined;
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
const ROW_CHARACTERS_MAX = 100_000;
const ROWS_AT_ONCE = 2_000;
const INVALID_SHOWN = 100;

/** The column that holds the identities, and what they are. */
interface Column {
  readonly index: number;
  readonly namespace: string;
  /** The first row is content already. */
  readonly hasNoHeader: boolean;
}

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
  for await (const rows of rowsOf(content)) {
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

interface Row {
  readonly line: number;
  readonly cells: readonly (Json | undefined)[];
  readonly broken: string | undefined;
}

async function* rowsOf(content: AsyncIterable<Uint8Array>): AsyncIterable<Row[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let line = 1;
  let delimiter: string | undefined;
  const split = (whole: string, isLast: boolean): Row[] => {
    delimiter ??= delimiterOf(whole.slice(0, whole.indexOf('\n') >>> 0));
    const rows: Parameters<typeof splitCsv>[4] = [];
    const { used, line: next } = splitCsv(whole, { delimiter, quote: '"' }, line, isLast, rows);
    text = whole.slice(used) + text;
    line = next;
    return rows;
  };
  for await (const bytes of content) {
    text += decoded(() => decoder.decode(bytes, { stream: true }));
    const end = text.lastIndexOf('\n') + 1;
    if (text.length - end > ROW_CHARACTERS_MAX)
      throw refusal('audience.upload-unreadable', 422, `Row ${line} is too long; one row is one person.`);
    if (end === 0) continue;
    const whole = text.slice(0, end);
    text = text.slice(end);
    const rows = split(whole, false);
    for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) yield rows.slice(i, i + ROWS_AT_ONCE);
  }
  text += decoded(() => decoder.decode());
  const whole = text;
  text = '';
  const rows = whole === '' ? [] : split(whole, true);
  if (rows.length > 0) yield rows;
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch (cause) {
    throw refusal('audience.upload-unreadable', 422, 'The file is not UTF-8 text; save it as UTF-8.', {
      cause,
    });
  }
}

function delimiterOf(head: string): string {
  return [';', '\t', ','].find((delimiter) => head.includes(delimiter)) ?? ',';
}

/** Which column holds the identities: the one that is named, one that is called like a namespace, or the only one. */
function columnOf(
  header: readonly string[],
  { namespace, column }: UploadOrder,
  namespaces: ReadonlyMap<string, Namespace>,
  country: string,
): Column {
  const names = header.map((name) => name.trim().toLowerCase());
  const known = [...namespaces.keys()].join(', ');
  if (namespace !== undefined && !namespaces.has(namespace))
    throw refusal(
      'audience.unknown-namespace',
      422,
      `There is no namespace ${namespace}; there are: ${known}.`,
    );
  if (column !== undefined) {
    const index = names.indexOf(column.toLowerCase());
    const named = namespace ?? (namespaces.has(column.toLowerCase()) ? column.toLowerCase() : undefined);
    if (index >= 0 && named !== undefined) return { index, namespace: named, hasNoHeader: false };
    throw refusal(
      'audience.no-identity-column',
      422,
      index < 0
        ? `The first row has no column ${column}; it has: ${header.join(', ')}.`
        : `Say what column ${column} holds: give “namespace”, one of ${known}.`,
    );
  }
  const called = names.findIndex((name) => (namespace ? name === namespace : namespaces.has(name)));
  if (called >= 0) return { index: called, namespace: namespace ?? names[called]!, hasNoHeader: false };
  if (namespace !== undefined && header.length === 1) {
    const isContent = normalise({ namespace, value: header[0]! }, namespaces, country) !== undefined;
    // A word such as “address” could be an id in a namespace of plain text; a header is likelier.
    const isPlain = ['text', 'lower'].includes(namespaces.get(namespace)!.form);
    return { index: 0, namespace, hasNoHeader: isContent && !isPlain };
  }
  throw refusal(
    'audience.no-identity-column',
    422,
    `No column is called like a namespace (${known}); give “column” and “namespace”.`,
  );
}

async function take(
  deps: UploadDeps,
  { list, until }: UploadOrder,
  { index, namespace }: Column,
  rows: readonly Row[],
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
    const reason = broken ?? (value === '' ? 'The cell is empty.' : `It can be nobody’s ${namespace}.`);
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
