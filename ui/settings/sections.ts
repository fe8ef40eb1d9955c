import type { Permission } from '../access/queries.ts';
import type { Words } from '../language/dictionaries.ts';

/** A section of the settings. */
export interface Section {
  readonly to: `/settings/${keyof Words['settings']['section']}`;
  readonly title: (words: Words['settings']) => string;
  /** Who may not do this does not see it. */
  readonly permission: Permission;
}

/** The sections in the order in which they are shown. */
export const SECTIONS: readonly Section[] = [
  { to: '/settings/sources', title: (words) => words.section.sources, permission: 'sources.read' },
  { to: '/settings/general', title: (words) => words.section.general, permission: 'settings.write' },
  { to: '/settings/identity', title: (words) => words.section.identity, permission: 'settings.write' },
  { to: '/settings/consent', title: (words) => words.section.consent, permission: 'settings.write' },
  { to: '/settings/quarantine', title: (words) => words.section.quarantine, permission: 'quarantine.read' },
  { to: '/settings/users', title: (words) => words.section.users, permission: 'access.read' },
  { to: '/settings/tokens', title: (words) => words.section.tokens, permission: 'access.read' },
  { to: '/settings/labels', title: (words) => words.section.labels, permission: 'settings.write' },
  { to: '/settings/audit', title: (words) => words.section.audit, permission: 'audit.read' },
  { to: '/settings/system', title: (words) => words.section.system, permission: 'operation.read' },
];
