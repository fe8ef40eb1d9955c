/** People's traits of history, read from the warehouse: fragment, the person whose rows they were, states by trait. */
export type HistoryEntry = readonly [
  fragment: number,
  person: number,
  states: { readonly [trait: string]: string },
];

/** Body of a `traits` record. */
export interface TraitsBody {
  /** Position of the definition whose traits are filled. */
  readonly fill: number;
  /** Every fragment up to this id is contained, here or in an earlier record. */
  readonly upTo: number;
  readonly entries: readonly HistoryEntry[];
}

/** Body of a `filled` record: the past is complete. */
export interface FilledBody {
  readonly fill: number;
}

/** Body of a `sweep` record: people to look at; `upTo` null when they are the last. */
export interface SweepBody {
  readonly sweep: number;
  readonly people: readonly number[];
  readonly upTo: number | null;
}
