/** How long and how hard; a torture has defaults of its own. */
export interface TortureOptions {
  readonly rounds?: number;
  readonly seconds?: number;
  /** Of the dice; printed, so that a run can be repeated as far as processes repeat themselves. */
  readonly seed: number;
  /** Tells how far it is. */
  say(line: string): void;
}

/** What came of it: a table of figures, and what is wrong. Nothing wrong: the promise was kept. */
export interface TortureReport {
  readonly figures: readonly (readonly [name: string, value: string])[];
  readonly faults: readonly string[];
}

/** Something terrible done to a real server, and the promise that it must keep. */
export interface Torture {
  readonly name: string;
  readonly promise: string;
  run(options: TortureOptions): Promise<TortureReport>;
}
