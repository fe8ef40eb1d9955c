import { isObject, type Json } from '../../core/index.ts';

/** What a field mostly holds, as tests of conditions name it. */
export type FieldKind = 'text' | 'number' | 'date' | 'list' | 'truth';

/** A field of documents: where it stands, how often it is there, what it holds. */
export interface Field {
  /** Keys joined by dots. */
  readonly path: string;
  readonly kind: FieldKind;
  /** Share of the documents that have it, 0-1. */
  readonly share: number;
  /** Values that several documents share, the most frequent first: what everybody has for herself (names, addresses) is none. */
  readonly values: readonly string[];
  /** Least and greatest of numbers. */
  readonly range?: readonly [least: number, greatest: number];
}

const PATHS_MAX = 500;
const DEPTH_MAX = 4;
const VALUES_SHOWN = 20;
const NUMBERS_SHOWN = 12;
/** Different values of a field that are counted. */
const VALUES_KEPT = 2_000;
const VALUE_CHARACTERS_MAX = 60;
/** A value of fewer documents than this says who it is. */
const SHARED_BY_MIN = 2;
const KEY = /^[A-Za-z0-9_$-][A-Za-z0-9_$ -]{0,63}$/;
const DATE = /^(?:19|2[0-2])\d\d-\d\d-\d\d(?:T\d\d:\d\d[0-9:.]*(?:Z|[+-]\d\d:\d\d))?$/;

/** Notes documents one by one, and tells their fields, those that are there most often first. */
export interface FieldCount {
  note(document: Json | undefined): void;
  fields(): Field[];
}

interface Seen {
  count: number;
  readonly kinds: Record<FieldKind, number>;
  readonly values: Map<string, number>;
  least: number;
  greatest: number;
}

/** Begins to count fields. Names in `without` are left out at the top. */
export function countFields(without: ReadonlySet<string> = new Set()): FieldCount {
  const seen = new Map<string, Seen>();
  let documents = 0;
  const visit = (value: Json, path: string, depth: number): void => {
    if (isObject(value)) {
      if (depth === DEPTH_MAX) return;
      for (const [key, inner] of Object.entries(value))
        if (inner !== undefined && KEY.test(key) && !(depth === 0 && without.has(key)))
          visit(inner, path === '' ? key : `${path}.${key}`, depth + 1);
      return;
    }
    if (path !== '') noteValue(seen, path, value);
  };
  return {
    note(document) {
      documents++;
      if (document !== undefined) visit(document, '', 0);
    },
    fields: () =>
      [...seen]
        .map(([path, each]) => fieldOf(path, each, documents))
        .sort((a, b) => b.share - a.share || (a.path < b.path ? -1 : 1)),
  };
}

function noteValue(seen: Map<string, Seen>, path: string, value: Json): void {
  const kind = kindOf(value);
  if (kind === undefined) return;
  let field = seen.get(path);
  if (!field) {
    if (seen.size >= PATHS_MAX) return;
    field = {
      count: 0,
      kinds: { text: 0, number: 0, date: 0, list: 0, truth: 0 },
      values: new Map(),
      least: Number.POSITIVE_INFINITY,
      greatest: Number.NEGATIVE_INFINITY,
    };
    seen.set(path, field);
  }
  field.count++;
  field.kinds[kind]++;
  if (typeof value === 'number') {
    field.least = Math.min(field.least, value);
    field.greatest = Math.max(field.greatest, value);
  }
  for (const text of new Set(textsOf(value))) {
    const count = field.values.get(text);
    if (count !== undefined || field.values.size < VALUES_KEPT) field.values.set(text, (count ?? 0) + 1);
  }
}

/** The kind of a value; undefined where it says nothing. */
function kindOf(value: Json): FieldKind | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'boolean') return 'truth';
  if (typeof value === 'number') return 'number';
  if (Array.isArray(value)) return value.some((each) => isObject(each)) ? undefined : 'list';
  return DATE.test(String(value)) ? 'date' : 'text';
}

function textsOf(value: Json): string[] {
  const all = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return all.flatMap((each) => {
    const text = typeof each === 'string' || typeof each === 'number' ? String(each) : '';
    return text === '' || text.length > VALUE_CHARACTERS_MAX ? [] : [text];
  });
}

/** Dates are all different, and of many numbers the range says more. */
function saysLittle(kind: FieldKind, count: number): boolean {
  return kind === 'date' || kind === 'truth' || (kind === 'number' && count > NUMBERS_SHOWN);
}

function fieldOf(path: string, { count, kinds, values, least, greatest }: Seen, documents: number): Field {
  const [kind] = (Object.entries(kinds) as [FieldKind, number][]).sort((a, b) => b[1] - a[1])[0]!;
  const shared = [...values]
    .filter(([, times]) => times >= SHARED_BY_MIN)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, VALUES_SHOWN)
    .map(([text]) => text);
  return {
    path,
    kind,
    share: documents === 0 ? 0 : count / documents,
    values: saysLittle(kind, values.size) ? [] : shared,
    ...(kind === 'number' ? { range: [least, greatest] as const } : {}),
  };
}
