import { type Static, Type } from 'typebox';
import { isObject, type Json, own } from '../json.ts';

const PATTERN = '^[A-Za-z0-9_$-][A-Za-z0-9_$ -]{0,63}(\\.[A-Za-z0-9_$-][A-Za-z0-9_$ -]{0,63}){0,4}$';
const WHOLE = new RegExp(PATTERN);

/** Where a value stands in a document: keys joined by dots, `address.city`. A key holds letters, digits, `_`, `$`, `-` and blanks. */
export const Path = Type.String({
  pattern: PATTERN,
  description: 'keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks',
});
export type Path = Static<typeof Path>;

/** Whether a text is a path. */
export function isPath(text: string): text is Path {
  return WHOLE.test(text);
}

/** The keys of a path. */
export function keysOf(path: Path): string[] {
  return path.split('.');
}

/** The value at a path of a document; undefined where the way ends. */
export function readPath(document: Json | undefined, keys: readonly string[]): Json | undefined {
  let value = document;
  for (const key of keys) {
    if (!isObject(value)) return undefined;
    value = own(value, key);
  }
  return value;
}
