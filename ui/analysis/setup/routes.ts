import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { pageCode } from '../../api/server-there.ts';
import { needTexts, rootRoute } from '../../root-route.tsx';
import { readSetupSearch } from './address.ts';

const metricsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis/metrics',
  validateSearch: readSetupSearch,
  loader: needTexts('analysis', 'editing'),
  component: lazyRouteComponent(
    pageCode(() => import('./metrics/metrics-page.tsx')),
    'MetricsPage',
  ),
});

const dimensionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis/dimensions',
  validateSearch: readSetupSearch,
  loader: needTexts('analysis', 'editing'),
  component: lazyRouteComponent(
    pageCode(() => import('./dimensions/dimensions-page.tsx')),
    'DimensionsPage',
  ),
});

const lookupsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis/lookups',
  validateSearch: readSetupSearch,
  loader: needTexts('analysis', 'editing'),
  component: lazyRouteComponent(() => import('./lookups/lookups-page.tsx'), 'LookupsPage'),
});

const channelsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis/channels',
  loader: needTexts('analysis', 'editing'),
  component: lazyRouteComponent(
    pageCode(() => import('./channels/channels-page.tsx')),
    'ChannelsPage',
  ),
});

const segmentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis/segments',
  validateSearch: readSetupSearch,
  loader: needTexts('analysis', 'editing'),
  component: lazyRouteComponent(
    pageCode(() => import('./segments/segments-page.tsx')),
    'SegmentsPage',
  ),
});

/** The pages on which analysts set up what everybody asks by. */
export const setupRoutes = [
  metricsRoute,
  dimensionsRoute,
  lookupsRoute,
  channelsRoute,
  segmentsRoute,
] as const;
