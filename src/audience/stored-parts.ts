import { stableText } from '../core/condition/index.ts';
import type { Change, State } from '../engine/state/index.ts';

const PREFIX = 'audiences/';
const PAGE = 1_000;

/** A part of the book as it is stored in collection `meta`. */
export interface StoredPart {
  readonly key: string;
  readonly text: string;
  /** `audience`, `trait`, `fill`, `sweep`, `ranking` or `size`. */
  readonly kind: string;
  readonly id: string;
  readonly value: unknown;
}

/** Reads every part that is stored. */
export async function* storedParts(state: State): AsyncIterable<StoredPart> {
  for (let from = PREFIX; ; ) {
    const entries = await state.range('meta', { from, to: `${PREFIX}\uffff`, limit: PAGE });
    for (const [key, text] of entries) {
      const [, kind = '', id = ''] = /^audiences\/([a-z]+)\/(.*)$/.exec(key) ?? [];
      yield { key, text, kind, id, value: JSON.parse(text) as unknown };
    }
    const last = entries.at(-1);
    if (!last || entries.length < PAGE) return;
    from = `${last[0]}\0`;
  }
}

/** Parts of one kind as key and text; equal parts give equal texts. */
export function written(kind: string, parts: ReadonlyMap<string | number, unknown>): [string, string][] {
  return [...parts].map(([id, value]) => [`${PREFIX}${kind}/${id}`, stableText(value)]);
}

/** Knows what is stored, so that only changes are written. */
export class StoredParts {
  private readonly texts = new Map<string, string>();

  /** The state holds this. */
  holds(key: string, text: string): void {
    this.texts.set(key, text);
  }

  /** What makes the state hold these parts and no others; it is taken as stored from now on. */
  changes(parts: readonly (readonly [string, string])[]): Change[] {
    const now = new Map(parts);
    const changes: (Change & { readonly value: string | undefined })[] = [];
    for (const [key, value] of now)
      if (this.texts.get(key) !== value) changes.push({ collection: 'meta', key, value });
    for (const key of this.texts.keys())
      if (!now.has(key)) changes.push({ collection: 'meta', key, value: undefined });
    for (const { key, value } of changes)
      if (value === undefined) this.texts.delete(key);
      else this.texts.set(key, value);
    return changes;
  }
}
