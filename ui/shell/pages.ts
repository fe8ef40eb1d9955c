import {
  type Icon,
  IconChartHistogram,
  IconHome,
  IconPackages,
  IconSettings,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';

import type { Permission } from '../access/queries.ts';
import type { Words } from '../language/dictionaries.ts';

/** A page that the navigation leads to. */
export interface NavigationEntry {
  readonly to: '/' | '/people' | '/audiences' | '/catalog' | '/analysis' | '/settings';
  readonly title: (words: Words) => string;
  readonly icon: Icon;
  /** Who may not do this is not led there. */
  readonly permission: Permission;
}

/** Entries under one heading; the first group has none. */
export interface NavigationGroup {
  readonly title?: (words: Words) => string;
  readonly entries: readonly NavigationEntry[];
}

/** The navigation. A page is listed when its domain is there, and not before. */
const NAVIGATION: readonly NavigationGroup[] = [
  {
    entries: [
      {
        to: '/',
        title: (words) => words.shell.nav.home,
        icon: IconHome,
        permission: 'operation.read',
      },
    ],
  },
  {
    title: (words) => words.shell.nav.customers,
    entries: [
      { to: '/people', title: (words) => words.shell.nav.people, icon: IconUsers, permission: 'people.read' },
      {
        to: '/audiences',
        title: (words) => words.shell.nav.audiences,
        icon: IconUsersGroup,
        permission: 'audiences.read',
      },
      {
        to: '/catalog',
        title: (words) => words.shell.nav.catalog,
        icon: IconPackages,
        permission: 'catalog.read',
      },
    ],
  },
  {
    title: (words) => words.shell.nav.analyse,
    entries: [
      {
        to: '/analysis',
        title: (words) => words.shell.nav.analysis,
        icon: IconChartHistogram,
        permission: 'analytics.read',
      },
    ],
  },
  {
    title: (words) => words.shell.nav.govern,
    entries: [
      {
        to: '/settings',
        title: (words) => words.shell.nav.settings,
        icon: IconSettings,
        permission: 'settings.write',
      },
    ],
  },
];

/** The navigation for a reader: groups without what she may not see. */
export function navigationFor(may: (permission: Permission) => boolean): NavigationGroup[] {
  return NAVIGATION.map((group) => ({
    ...group,
    entries: group.entries.filter(({ permission }) => may(permission)),
  })).filter((group) => group.entries.length > 0);
}
