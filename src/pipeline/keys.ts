const ID_DIGITS = 16;
const DUE_DIGITS = 16;

/** A people id as a State key: decimal, so that a range lists people in a stable order. */
export function personKey(id: number): string {
  return String(id).padStart(ID_DIGITS, '0');
}

/** A person who is to be asked again at a moment. */
export interface Timer {
  /** ms since the epoch. */
  readonly due: number;
  readonly person: number;
}

/** The key of a timer in collection `timers`: they stand in the order in which they fire. */
export function timerKey(due: number, person: number): string {
  return `${String(due).padStart(DUE_DIGITS, '0')}/${personKey(person)}`;
}

/** Reads what `timerKey` wrote. */
export function readTimer(key: string): Timer {
  return { due: Number(key.slice(0, DUE_DIGITS)), person: Number(key.slice(DUE_DIGITS + 1)) };
}
