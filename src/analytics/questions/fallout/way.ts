import type { Events } from '../../rows/events.ts';

/** The ways of people through the steps, one row a person (or session), with what came of each step. */
export interface Walk {
  readonly events: Events;
  /** What a row stands for: `who` or `session`. */
  readonly key: 'who' | 'session';
  /** A select with the columns `key`, `person` and those below. */
  readonly sql: string;
  /** Of each step: the column that says whether it was reached. */
  readonly reached: readonly string[];
  /** Of each step: ms since the step before; of the first, 0. */
  readonly gaps: readonly string[];
  /** Of each step: when it was reached last (ms). */
  readonly last: readonly string[];
}

/** Names for columns over columns: `s0`, `s1` …, which `layered` puts into selects within each other. Equal ones are one. */
export function newNames(): {
  name(sql: string): string;
  columns(): (readonly [name: string, sql: string])[];
} {
  const known = new Map<string, string>();
  return {
    name(sql) {
      const found = known.get(sql) ?? `s${known.size}`;
      known.set(sql, found);
      return found;
    },
    columns: () => [...known].map(([sql, found]) => [found, sql] as const),
  };
}
