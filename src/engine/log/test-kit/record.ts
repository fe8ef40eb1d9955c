const LONG_EVERY = 7;

/** The record for a key: the key, then text of a length that depends on it; some are longer than a page. */
export function recordOf(key: string): Buffer {
  const sum = [...key].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const length = sum % LONG_EVERY === 0 ? 40_000 + sum : sum % 900;
  return Buffer.from(`${key} ${'lorem ipsum dolor '.repeat(length / 18)}`);
}

/** The key a record was made for; throws when the record is not exactly what it was. */
export function keyOf(bytes: Uint8Array): string {
  const key = Buffer.from(bytes).toString().split(' ', 1)[0]!;
  if (!recordOf(key).equals(bytes)) throw new Error(`The record of ${key} is not what was appended.`);
  return key;
}
