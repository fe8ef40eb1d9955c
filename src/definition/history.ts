import type { Change, State } from '../engine/state/index.ts';
import type { Version } from './revision.ts';

/** Every version of every definition. */
export interface History {
  /** Keeps a version; returns the change to store. */
  add(key: string, version: Version): Change;
  /** One version with its document; undefined when there is none. */
  read(key: string, number: number): Promise<Version | undefined>;
  /** Versions below a number, newest first, without their documents. */
  list(key: string, below: number, limit: number): Promise<Version[]>;
}

/** The newest versions are at hand until a checkpoint has stored them; one is written at least every few hundred ms. */
const RECENT_MAX = 2_000;
const DIGITS = 8;

/** Keeps versions in the state, at `version/<key>/<number>`. */
export function createHistory(state: State): History {
  const recent = new Map<string, string>();
  const read = async (key: string, number: number): Promise<Version | undefined> => {
    const at = keyOf(key, number);
    const text = recent.get(at) ?? (await state.getMany('versions', [at]))[0];
    return text === undefined ? undefined : (JSON.parse(text) as Version);
  };
  return {
    add(key, version) {
      const at = keyOf(key, version.version);
      const value = JSON.stringify(version);
      recent.set(at, value);
      if (recent.size > RECENT_MAX) recent.delete(recent.keys().next().value!);
      return { collection: 'versions', key: at, value };
    },
    read,
    async list(key, below, limit) {
      const numbers = Array.from({ length: Math.min(limit, below - 1) }, (_, i) => below - 1 - i);
      const versions = await Promise.all(numbers.map((number) => read(key, number)));
      return versions.filter((version) => version !== undefined).map(({ document: _, ...rest }) => rest);
    },
  };
}

function keyOf(key: string, number: number): string {
  return `version/${key}/${String(number).padStart(DIGITS, '0')}`;
}
