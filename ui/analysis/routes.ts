import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { pageCode } from '../api/server-there.ts';
import { needTexts, rootRoute } from '../root-route.tsx';
import { readAnalysisSearch } from './address.ts';

/** The list of workspaces. */
const listRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis',
  loader: needTexts('analysis'),
  component: lazyRouteComponent(
    pageCode(() => import('./list/list-page.tsx')),
    'ListPage',
  ),
});

/** One workspace. */
const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis/$id',
  validateSearch: readAnalysisSearch,
  loader: needTexts('analysis'),
  component: lazyRouteComponent(
    pageCode(() => import('./workspace/workspace-page.tsx')),
    'WorkspacePage',
  ),
});

/** A workspace that was shared by a link, for whoever has it. */
const sharedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/shared',
  loader: needTexts('analysis'),
  component: lazyRouteComponent(
    pageCode(() => import('./share/shared-page.tsx')),
    'SharedPage',
  ),
});

/** The pages of analysis. */
export const analysisRoutes = [listRoute, workspaceRoute, sharedRoute] as const;
