/** How long and how hard; a torture has its own number of rounds. */
export interface TortureOptions {
  readonly rounds?: number;
  /** No new round after so long. */
  readonly seconds?: number;
  /** Of the dice; printed, so that a run can be repeated as far as processes repeat themselves. */
  readonly seed: number;
  /** Bounds of time are so many times as wide; more than 1 where others work on the machine too. */
  readonly patience?: number;
  /** Tells how far it is. */
  say(line: string): void;
}

/** What came of it: a table of figures, and what is wrong. Nothing wrong: the promise was kept. */
export interface TortureReport {
  readonly figures: readonly (readonly [name: string, value: string])[];
  readonly faults: readonly string[];
  /** Why it could not be done here. */
  readonly skipped?: string;
}

/** Something terrible done to a real server, and the promise that it must keep. */
export interface Torture {
  readonly name: string;
  readonly promise: string;
  run(options: TortureOptions): Promise<TortureReport>;
}
