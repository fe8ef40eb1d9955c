import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { linkRoute } from './access/routes.ts';
import { analysisRoutes } from './analysis/routes.ts';
import { setupRoutes } from './analysis/setup/routes.ts';
import { audienceEditRoutes } from './audiences/edit/routes.ts';
import { audienceRoutes } from './audiences/routes.ts';
import { catalogRoutes } from './catalog/routes.ts';
import { homeRoute } from './home/routes.ts';
import type { Texts } from './language/dictionaries.ts';
import { peopleRoutes } from './people/routes.ts';
import { rootRoute } from './root-route.tsx';
import { settingsRoutes } from './settings/routes.ts';
import { PageFailure } from './shell/page-failure.tsx';

const routeTree = rootRoute.addChildren([
  linkRoute,
  homeRoute,
  ...peopleRoutes,
  ...audienceRoutes,
  ...analysisRoutes,
  ...setupRoutes,
  ...audienceEditRoutes,
  ...catalogRoutes,
  ...settingsRoutes,
]);

/** All pages. Their code is loaded when one is opened, or when the pointer rests on a link to it. */
export function createAppRouter(queries: QueryClient, texts: Texts) {
  return createRouter({
    routeTree,
    context: { queries, texts },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: PageFailure,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
