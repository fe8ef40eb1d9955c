import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { pageCode } from '../api/server-there.ts';
import { rootRoute } from '../root-route.tsx';
import { readHomeSearch } from './address.ts';

/** The start page. */
export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: readHomeSearch,
  component: lazyRouteComponent(
    pageCode(() => import('./home-page.tsx')),
    'HomePage',
  ),
});
