import type { Words } from '../language/dictionaries.ts';

/** A section of the settings. */
export interface Section {
  readonly to: '/settings/sources';
  readonly title: (words: Words['settings']) => string;
}

/** The sections in the order in which they are shown. */
export const SECTIONS: readonly Section[] = [
  { to: '/settings/sources', title: (words) => words.section.sources },
];
