import type { Words } from '../language/dictionaries.ts';
import type { FoundPerson } from './queries.ts';

/** Why somebody was found, in words. */
export function matchText({ match }: FoundPerson, words: Words['people']): string {
  const colon = match.value.indexOf(':');
  const [namespace, value] = [match.value.slice(0, colon), match.value.slice(colon + 1)];
  switch (match.kind) {
    case 'identity':
      return words.match.identity(namespaceText(namespace, words), value);
    case 'prefix':
      return words.match.prefix(namespaceText(namespace, words), value);
    case 'name':
      return words.match.name(match.value);
    case 'person':
      return words.match.person(match.value);
  }
}

/** A namespace as readers call it; one of the workspace's own keeps its name. */
export function namespaceText(namespace: string, words: Words['people']): string {
  const known: Readonly<Record<string, string>> = words.namespaces;
  return known[namespace] ?? namespace;
}
