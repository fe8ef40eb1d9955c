/** Attributes in which clients state names: Segment's traits, and how files of shops call them. */
export const NAME_ATTRIBUTES = ['name', 'firstName', 'lastName', 'first_name', 'last_name'] as const;

/** How a person is called by her attributes; undefined when nobody said. */
export function nameOf(read: (attribute: string) => unknown): string | undefined {
  const text = (name: string): string => {
    const value = read(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const parts = [text('firstName') || text('first_name'), text('lastName') || text('last_name')];
  return parts.filter((part) => part !== '').join(' ') || text('name') || undefined;
}

/** Whether every word that was typed begins a word of the name, whatever the accents, the case and the order. */
export function nameMatches(name: string, typed: string): boolean {
  const words = plain(name).split(/[\s-]+/);
  return plain(typed)
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** A text without accents and case. */
export function plain(text: string): string {
  return text.trim().normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
