import { encodeTexts, toPostgres } from './postgres-text.ts';
import { type Change, COLLECTIONS, type Collection, type RangeQuery } from './state.ts';

/** A statement as node-postgres takes it; one with a name is parsed once by each session. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Names of tables come from COLLECTIONS alone, never from a caller's text. */
export function tableOf(collection: Collection): string {
  if (!COLLECTIONS.includes(collection)) throw new Error(`There is no collection ${String(collection)}.`);
  return `rapport.${collection}`;
}

/** All changes in one statement: one round trip, atomic by itself, the last change of a key counts. */
export function commitStatement(changes: readonly Change[]): Statement {
  const parts: string[] = [];
  const values: Buffer[] = [];
  // Which tables are touched and how decides the text, so it names the prepared statement: a bit for each collection.
  let putBits = 0;
  let cutBits = 0;
  const bind = (texts: readonly string[]): string => {
    values.push(encodeTexts(texts));
    return `$${values.length}::text[]`;
  };
  for (const [collection, latest] of latestOf(changes)) {
    const bit = 1 << COLLECTIONS.indexOf(collection);
    const puts = [...latest].filter((entry): entry is [string, string] => entry[1] !== undefined);
    const cuts = [...latest].filter(([, value]) => value === undefined);
    if (puts.length > 0) {
      const keys = bind(puts.map(([key]) => key));
      const texts = bind(puts.map(([, value]) => value));
      putBits |= bit;
      parts.push(`put_${collection} as (
        insert into ${tableOf(collection)} (key, value)
        select key, value from unnest(${keys}, ${texts}) as put (key, value)
        on conflict (key) do update set value = excluded.value
      )`);
    }
    if (cuts.length > 0) {
      cutBits |= bit;
      parts.push(`cut_${collection} as (
        delete from ${tableOf(collection)}
        where key = any(${bind(cuts.map(([key]) => key))})
      )`);
    }
  }
  return { name: `commit ${putBits} ${cutBits}`, text: `with ${parts.join(',\n')} select`, values };
}

export function getManyStatement(collection: Collection, keys: readonly string[]): Statement {
  return {
    name: `getMany ${collection}`,
    text: `select key, value from ${tableOf(collection)} where key = any($1::text[])`,
    values: [encodeTexts(keys.map(toPostgres))],
  };
}

export function rangeStatement(collection: Collection, query: RangeQuery): Statement {
  const { from, to, limit, reverse, keysOnly } = query;
  const values: unknown[] = [limit];
  const bounds: string[] = [];
  if (from !== undefined) bounds.push(`key >= $${values.push(toPostgres(from))}`);
  if (to !== undefined) bounds.push(`key < $${values.push(toPostgres(to))}`);
  const where = bounds.length === 0 ? '' : `where ${bounds.join(' and ')}`;
  const direction = reverse === true ? 'desc' : 'asc';
  const value = keysOnly === true ? `'' as value` : 'value';
  return {
    name: `range ${collection} ${from === undefined ? '' : 'from'} ${to === undefined ? '' : 'to'} ${direction}${keysOnly === true ? ' keys' : ''}`,
    text: `select key, ${value} from ${tableOf(collection)} ${where} order by key ${direction} limit $1`,
    values,
  };
}

/** Entries after a key, for reading a whole collection in steps; every key comes after ''. */
export function afterStatement(collection: Collection, key: string, limit: number): Statement {
  return {
    name: `after ${collection}`,
    text: `select key, value from ${tableOf(collection)} where key > $1 order by key limit $2`,
    values: [toPostgres(key), limit],
  };
}

function latestOf(changes: readonly Change[]): [Collection, Map<string, string | undefined>][] {
  const latest = new Map<Collection, Map<string, string | undefined>>();
  for (const { collection, key, value } of changes) {
    const texts = latest.get(collection) ?? new Map<string, string | undefined>();
    latest.set(collection, texts);
    // Half a surrogate pair becomes U+FFFD on the wire; two keys that differ only there are one key.
    const stored = toPostgres(Buffer.from(key).toString());
    const text = typeof value === 'object' ? Buffer.from(value).toString() : value;
    texts.set(stored, text === undefined ? undefined : toPostgres(text));
  }
  // A fixed order, so that the same collections always make the same prepared statement.
  return COLLECTIONS.flatMap((name) => {
    const texts = latest.get(name);
    return texts === undefined ? [] : [[name, texts] as [Collection, Map<string, string | undefined>]];
  });
}
