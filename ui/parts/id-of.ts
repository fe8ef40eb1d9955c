const CHARACTERS_MAX = 64;

/** A name as an id: `Our tills` is `our-tills`, `Käufer` is `kaufer`; empty where nothing is left. */
export function idOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, CHARACTERS_MAX)
    .replaceAll(/^-+|-+$/g, '');
}
