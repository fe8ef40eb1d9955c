import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { pageCode } from '../api/server-there.ts';
import { needTexts, rootRoute } from '../root-route.tsx';
import { readFilter } from './use-filter.ts';

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  loader: needTexts('settings'),
  component: lazyRouteComponent(
    pageCode(() => import('./settings-page.tsx')),
    'SettingsPage',
  ),
});

const firstRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/sources', replace: true });
  },
});

const sourcesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/sources',
  component: lazyRouteComponent(
    pageCode(() => import('./sources/sources-section.tsx')),
    'SourcesSection',
  ),
});
const generalRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/general',
  component: lazyRouteComponent(
    pageCode(() => import('./general/general-section.tsx')),
    'GeneralSection',
  ),
});
const identityRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/identity',
  component: lazyRouteComponent(
    pageCode(() => import('./identity/identity-section.tsx')),
    'IdentitySection',
  ),
});
const consentRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/consent',
  component: lazyRouteComponent(
    pageCode(() => import('./consent/consent-section.tsx')),
    'ConsentSection',
  ),
});
const quarantineRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/quarantine',
  validateSearch: readFilter(['reason', 'source']),
  component: lazyRouteComponent(
    pageCode(() => import('./quarantine/quarantine-section.tsx')),
    'QuarantineSection',
  ),
});
const usersRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/users',
  component: lazyRouteComponent(
    pageCode(() => import('./users/users-section.tsx')),
    'UsersSection',
  ),
});
const tokensRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/tokens',
  component: lazyRouteComponent(
    pageCode(() => import('./tokens/tokens-section.tsx')),
    'TokensSection',
  ),
});
const labelsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/labels',
  component: lazyRouteComponent(
    pageCode(() => import('./labels/labels-section.tsx')),
    'LabelsSection',
  ),
});
const auditRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/audit',
  validateSearch: readFilter(['kind', 'by', 'person', 'action']),
  component: lazyRouteComponent(
    pageCode(() => import('./audit/audit-section.tsx')),
    'AuditSection',
  ),
});
const systemRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/system',
  component: lazyRouteComponent(
    pageCode(() => import('./system/system-section.tsx')),
    'SystemSection',
  ),
});

/** The settings, a section at an address each. */
export const settingsRoutes = [
  settingsRoute.addChildren([
    firstRoute,
    sourcesRoute,
    generalRoute,
    identityRoute,
    consentRoute,
    quarantineRoute,
    usersRoute,
    tokensRoute,
    labelsRoute,
    auditRoute,
    systemRoute,
  ]),
] as const;
