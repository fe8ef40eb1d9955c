import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';
import { readAnalysisSearch } from './address.ts';

/** The list of workspaces. */
const listRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis',
  component: lazyRouteComponent(() => import('./list/list-page.tsx'), 'ListPage'),
});

/** One workspace. */
const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis/$id',
  validateSearch: readAnalysisSearch,
  component: lazyRouteComponent(() => import('./workspace/workspace-page.tsx'), 'WorkspacePage'),
});

/** The pages of analysis. */
export const analysisRoutes = [listRoute, workspaceRoute] as const;
