import type { Words } from '../language/dictionaries.ts';

/** A stage as readers call it; one that has no word yet keeps the name that /health gives it. */
export function stageText(name: string, words: Words['home']): string {
  const known: Readonly<Record<string, string>> = words.stages;
  return known[name] ?? name;
}
