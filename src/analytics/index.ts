/** Analytics: questions to the warehouse. */
export { type Analytics, type AnalyticsDeps, createAnalytics } from './analytics.ts';
export { analyticsRoutes } from './routes.ts';
export type { Freshness } from './run/cache.ts';
export { segmentKind } from './segment/segment-kind.ts';
