import type { Part } from '../document.ts';
import type { AnyPartKind, Reading } from '../part-kind.ts';

/** What a part is called: the name that somebody gave it, or what it asks. */
export function partTitle(part: Part, kind: AnyPartKind, reading: Reading): string {
  const own = 'title' in part ? part.title : undefined;
  return own ?? usualTitle(part, kind, reading);
}

/** What a part without a name is called. */
export function usualTitle(part: Part, kind: AnyPartKind, reading: Reading): string {
  const query = 'query' in part ? part.query : {};
  return kind.name?.(reading, query) ?? kind.title(reading.words);
}
