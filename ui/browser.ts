/** The time of the browser, ms since the epoch: for ages on screen, never for what is sent. */
export function browserTime(): number {
  return Date.now();
}

/** A short text that no other call gives. */
export function newId(): string {
  return crypto.randomUUID();
}
