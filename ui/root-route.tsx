import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { Entrance } from './access/entrance.tsx';
import { NotFound } from './shell/not-found.tsx';

/** What every route is given. */
export interface RouterContext {
  readonly queries: QueryClient;
}

/** The root of all pages: who may come in, and the shell around them. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Entrance,
  notFoundComponent: NotFound,
});
