import type { Entry } from './entry.ts';

/**
 * What a kind of trait does. A state is the sum of its entries: the same entries give the same state in any order of arrival
 * and in any split over the fragments of a person (`add` and `merge` commute and associate), seen through every reading at or
 * after the latest `settle`.
 */
export interface Monoid<State> {
  empty(): State;
  /** Adds an entry to the state itself; given `at`, which settles it next, an entry whose time has come need not wait for that. */
  add(state: State, entry: Entry, at?: number): void;
  /** The sum of two states; neither is changed. */
  merge(a: State, b: State): State;
  /**
   * Makes the state smaller now that no earlier moment than `at` will be asked about. Says whether it changed. Call it with
   * the time of the log after `add`; entries of the future stay as they are until their time has come.
   */
  settle(state: State, at: number): boolean;
  isEmpty(state: State): boolean;
  /** Compact JSON text, the same for equal states. */
  encode(state: State): string;
  decode(text: string): State;
}
