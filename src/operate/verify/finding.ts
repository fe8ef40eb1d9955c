/** What one part of the check looked at and what is wrong with it. Numbers and positions only: no personal data. */
export interface Finding {
  readonly part: string;
  /** What was looked at, in a few words with figures. */
  readonly seen: string;
  readonly faultCount: number;
  /** The first of them, as sentences. */
  readonly faults: readonly string[];
}

const FAULTS_SHOWN = 20;

/** Gathers faults, of which the first are kept as text and all are counted. */
export interface Faults {
  add(fault: string): void;
  finding(part: string, seen: string): Finding;
}

/** Nothing wrong yet. */
export function createFaults(): Faults {
  const faults: string[] = [];
  let faultCount = 0;
  return {
    add(fault) {
      if (++faultCount <= FAULTS_SHOWN) faults.push(fault);
    },
    finding: (part, seen) => ({ part, seen, faultCount, faults }),
  };
}

/** A number with commas between thousands, and the word in its singular or plural. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
