import { type Icon, IconHome, IconSettings, IconUsers } from '@tabler/icons-react';
import type { Words } from '../language/dictionaries.ts';

/** A page that the navigation leads to. */
export interface NavigationEntry {
  readonly to: '/' | '/people' | '/settings';
  readonly title: (words: Words) => string;
  readonly icon: Icon;
}

/** Entries under one heading; the first group has none. */
export interface NavigationGroup {
  readonly title?: (words: Words) => string;
  readonly entries: readonly NavigationEntry[];
}

/** The navigation. A page is listed when its domain is there, and not before. */
export const NAVIGATION: readonly NavigationGroup[] = [
  { entries: [{ to: '/', title: (words) => words.shell.nav.home, icon: IconHome }] },
  {
    title: (words) => words.shell.nav.customers,
    entries: [{ to: '/people', title: (words) => words.shell.nav.people, icon: IconUsers }],
  },
  {
    title: (words) => words.shell.nav.govern,
    entries: [{ to: '/settings', title: (words) => words.shell.nav.settings, icon: IconSettings }],
  },
];
