import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { pageCode } from '../api/server-there.ts';
import { rootRoute } from '../root-route.tsx';

/** Where links of the start and of invitations lead. What follows the # never leaves the browser in an address. */
export const linkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/link',
  component: lazyRouteComponent(
    pageCode(() => import('./link-page.tsx')),
    'LinkPage',
  ),
});
