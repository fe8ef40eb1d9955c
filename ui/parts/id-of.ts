const CHARACTERS_MAX = 64;

/** A name as an id: `Our tills` is `our-tills`; empty where nothing is left. */
export function idOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, CHARACTERS_MAX);
}
