import { type Identity, type Json, pointerPart } from '../../../core/index.ts';
import type { Cell } from '../read/rows.ts';
import { compileText, compileValue, type Target } from './compile.ts';
import { Fault } from './fault.ts';
import type { FromRecord, IdentityList, ValueKind } from './from.ts';
import type { Values } from './preset.ts';

/** Reads values out of a row into an object; gives the first fault. */
export type ValuesReader = (cells: readonly Cell[], into: Values) => Fault | undefined;

/** What certain names mean wherever they stand, so that maps need not say it. */
const USUAL_KINDS: Readonly<Record<string, ValueKind>> = {
  ...Object.fromEntries(
    [
      'price',
      'quantity',
      'revenue',
      'total',
      'subtotal',
      'value',
      'tax',
      'shipping',
      'discount',
      'stock',
      'latitude',
      'longitude',
      'rating',
    ].map((name) => [name, 'number' as const]),
  ),
  product_id: 'code',
  sku: 'code',
  store_id: 'code',
  order_id: 'code',
};

/** Compiles named values. Dots in a name make objects inside objects; empty values are left out. */
export function compileValues(target: Target, record: FromRecord, place: string): ValuesReader {
  const parts = Object.entries(record).map(([name, from]) => {
    const path = name.split('.');
    const read = compileValue(target, from, `${place}/${pointerPart(name)}`, USUAL_KINDS[path.at(-1)!]);
    return { read, key: path.at(-1)!, inside: path.slice(0, -1) };
  });
  return (cells, into) => {
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!;
      const value = part.read(cells);
      if (value === undefined) continue;
      if (value instanceof Fault) return value;
      objectAt(into, part.inside)[part.key] = value;
    }
    return undefined;
  };
}

function objectAt(into: Values, path: readonly string[]): Values {
  let at = into;
  for (const key of path) {
    let next = at[key];
    if (typeof next !== 'object' || next === null || Array.isArray(next)) {
      next = {};
      at[key] = next;
    }
    at = next as Values;
  }
  return at;
}

/** All columns that nothing else in the map uses, under their own names. To be compiled last. */
export function compileRest(target: Target): ValuesReader {
  target.takesRest = true;
  let known = 0;
  let rest: { readonly index: number; readonly name: string }[] = [];
  return (cells, into) => {
    // JSON lines add columns while they are read.
    if (target.columns.length !== known) {
      known = target.columns.length;
      rest = target.columns
        .map((name, index) => ({ name, index }))
        .filter(({ name }) => !target.used.has(name) && name !== '__proto__');
    }
    for (const { index, name } of rest) {
      const cell = cells[index];
      const value = typeof cell === 'string' ? cell.trim() : cell;
      if (value !== undefined && value !== null && value !== '') into[name] = value as Json;
    }
    return undefined;
  };
}

/** Compiles who a row is about: the identities that are there, in the order of the map. */
export function compileIdentities(
  target: Target,
  list: IdentityList,
  place: string,
): (cells: readonly Cell[]) => Identity[] | Fault {
  const parts = list.map(({ namespace, value }, i) => ({
    namespace,
    read: compileText(target, value, `${place}/${i}/value`, 'code'),
  }));
  return (cells) => {
    const identities: Identity[] = [];
    for (const { namespace, read } of parts) {
      const value = read(cells);
      if (value instanceof Fault) return value;
      if (value !== undefined) identities.push({ namespace, value });
    }
    return identities;
  };
}
