import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { pageCode } from '../api/server-there.ts';
import { rootRoute } from '../root-route.tsx';
import { readAudienceSearch, readAudiencesSearch } from './address.ts';

const audiencesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audiences',
  validateSearch: readAudiencesSearch,
  component: lazyRouteComponent(
    pageCode(() => import('./list/audiences-page.tsx')),
    'AudiencesPage',
  ),
});

/** One audience; the slash of a part of a split is written out, `/audiences/spring%2Fcontrol`. */
const audienceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audiences/$id',
  validateSearch: readAudienceSearch,
  component: lazyRouteComponent(
    pageCode(() => import('./one/audience-page.tsx')),
    'AudiencePage',
  ),
});

/** The pages about audiences. */
export const audienceRoutes = [audiencesRoute, audienceRoute] as const;
