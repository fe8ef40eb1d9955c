import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { Entrance } from './access/entrance.tsx';
import type { Area, Texts } from './language/dictionaries.ts';
import { NotFound } from './shell/not-found.tsx';

/** What every route is given. */
export interface RouterContext {
  readonly queries: QueryClient;
  readonly texts: Texts;
}

/** The root of all pages: who may come in, and the shell around them. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Entrance,
  notFoundComponent: NotFound,
});

/** For `loader` of a route whose page shows texts of these areas. */
export function needTexts(...areas: Area[]): (route: { readonly context: RouterContext }) => Promise<void> {
  return ({ context }) => context.texts.need(...areas);
}
