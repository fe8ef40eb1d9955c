import type { Words } from '../language/dictionaries.ts';

/** Why somebody entered or left, in the reader's words. */
export function causeText(how: string, words: Words['audiences']): string {
  const known: Readonly<Record<string, string>> = words.causes;
  return known[how] ?? how;
}
