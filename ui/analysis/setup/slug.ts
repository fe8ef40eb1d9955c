const LENGTH_MAX = 60;

/** An id made of a name: letters of ASCII, digits and dashes, beginning with a letter; empty where nothing is left. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, LENGTH_MAX);
}
