/** Longest value of an identity that is taken; with its namespace it stays below the 1,024 bytes of a state key. */
export const IDENTITY_CHARACTERS_MAX = 300;

const REPLACEMENT = '\uFFFD';

/**
 * A text that every engine stores and gives back as it is: halves of surrogate pairs (not representable in UTF-8) and
 * NUL (refused by PostgreSQL) become U+FFFD. Ids, names and keys pass here; properties travel as escaped JSON.
 */
export function storable(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0 || (code >= 0xd800 && code <= 0xdfff)) {
      return Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', REPLACEMENT);
    }
  }
  return text;
}

/** An id as a text: texts as they are (never read as numbers: `007` stays), numbers written out; undefined otherwise. */
export function idText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : storable(value);
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}
