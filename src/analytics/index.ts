/** Analytics: questions to the warehouse. */
export { type Analytics, type AnalyticsDeps, createAnalytics } from './analytics.ts';
export { askQuestion, openCell } from './ask.ts';
export { analyticsKinds } from './kinds.ts';
export { analyticsRoutes } from './routes.ts';
export type { Freshness } from './run/cache.ts';
export type { Workspace } from './workspace/document.ts';
export { questionsOf } from './workspace/query-of.ts';
