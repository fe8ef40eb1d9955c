import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { pageCode } from '../api/server-there.ts';
import { rootRoute } from '../root-route.tsx';
import { readCatalogSearch } from './address.ts';

const catalogRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/catalog',
  validateSearch: readCatalogSearch,
  component: lazyRouteComponent(
    pageCode(() => import('./catalog-page.tsx')),
    'CatalogPage',
  ),
});

const productRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/catalog/$id',
  component: lazyRouteComponent(
    pageCode(() => import('./product-page.tsx')),
    'ProductPage',
  ),
});

/** The pages about the catalogue. */
export const catalogRoutes = [catalogRoute, productRoute] as const;
