import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { readSetupSearch } from './address.ts';

const metricsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis/metrics',
  validateSearch: readSetupSearch,
  component: lazyRouteComponent(() => import('./metrics/metrics-page.tsx'), 'MetricsPage'),
});

const dimensionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis/dimensions',
  validateSearch: readSetupSearch,
  component: lazyRouteComponent(() => import('./dimensions/dimensions-page.tsx'), 'DimensionsPage'),
});

const channelsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis/channels',
  component: lazyRouteComponent(() => import('./channels/channels-page.tsx'), 'ChannelsPage'),
});

const segmentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis/segments',
  validateSearch: readSetupSearch,
  component: lazyRouteComponent(() => import('./segments/segments-page.tsx'), 'SegmentsPage'),
});

/** The pages on which analysts set up what everybody asks by. */
export const setupRoutes = [metricsRoute, dimensionsRoute, channelsRoute, segmentsRoute] as const;
