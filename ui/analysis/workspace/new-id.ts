const CHARACTERS = 10;

/** An id for a panel or part, unlike any other. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(CHARACTERS));
  return [...bytes].map((byte) => (byte % 36).toString(36)).join('');
}
