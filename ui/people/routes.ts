import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { pageCode } from '../api/server-there.ts';
import { rootRoute } from '../root-route.tsx';
import { readPersonSearch } from './address.ts';

/** Searching for people. What is searched for stays out of the address: it is somebody's name or number. */
const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  component: lazyRouteComponent(
    pageCode(() => import('./people-page.tsx')),
    'PeoplePage',
  ),
});

/** One person, by our own number, which says nothing about her. */
const personRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$id',
  validateSearch: readPersonSearch,
  component: lazyRouteComponent(
    pageCode(() => import('./person-page.tsx')),
    'PersonPage',
  ),
});

/** The pages about people. */
export const peopleRoutes = [peopleRoute, personRoute] as const;
