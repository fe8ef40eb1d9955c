import { stableText } from '../core/condition/index.ts';
import { isObject } from '../core/index.ts';
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

/** Parts of the book by kind and id. */
export type PartsByKind = Readonly<Record<string, ReadonlyMap<string | number, unknown>>>;

/** Knows what is stored, so that only changes are written. */
export class StoredParts {
  private readonly texts = new Map<string, string>();
  /** The parts themselves, as they were: to write a thousand of them out took most of the time of a publish. */
  private readonly before = new Map<string, Map<string | number, unknown>>();

  /** The state holds this. */
  holds(key: string, text: string): void {
    this.texts.set(key, text);
  }

  /** What makes the state hold these parts and no others; it is taken as stored from now on. */
  changes(kinds: PartsByKind): Change[] {
    const changes: Change[] = [];
    let count = 0;
    for (const [kind, parts] of Object.entries(kinds)) {
      const before = this.before.get(kind) ?? new Map<string | number, unknown>();
      this.before.set(kind, before);
      count += parts.size;
      for (const [id, value] of parts) {
        if (isSame(before.get(id), value)) continue;
        before.set(id, isObject(value) ? { ...value } : value);
        const [key, text] = [keyOf(kind, id), stableText(value)];
        if (this.texts.get(key) === text) continue;
        this.texts.set(key, text);
        changes.push({ collection: 'meta', key, value: text });
      }
    }
    if (count !== this.texts.size) changes.push(...this.gone(kinds));
    return changes;
  }

  private gone(kinds: PartsByKind): Change[] {
    const now = new Set<string>();
    for (const [kind, parts] of Object.entries(kinds))
      for (const id of parts.keys()) now.add(keyOf(kind, id));
    const gone = [...this.texts.keys()].filter((key) => !now.has(key));
    for (const key of gone) this.texts.delete(key);
    for (const [kind, before] of this.before)
      for (const id of before.keys()) if (!kinds[kind]?.has(id)) before.delete(id);
    return gone.map((key) => ({ collection: 'meta', key, value: undefined }));
  }
}

function keyOf(kind: string, id: string | number): string {
  return `${PREFIX}${kind}/${id}`;
}

/** Whether a part is as it was: what its fields hold is replaced and never changed. */
function isSame(before: unknown, now: unknown): boolean {
  if (!isObject(before) || !isObject(now)) return before === now;
  for (const key in now) if (before[key] !== now[key]) return false;
  for (const key in before) if (!(key in now)) return false;
  return true;
}
