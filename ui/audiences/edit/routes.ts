import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { pageCode } from '../../api/server-there.ts';
import { needTexts, rootRoute } from '../../root-route.tsx';
import { NEW_KINDS, type NewSearch } from './document.ts';

const newRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audiences/new',
  validateSearch: (search: Record<string, unknown>): NewSearch => {
    const kind = NEW_KINDS.find((each) => each === search['kind']);
    return kind && kind !== 'condition' ? { kind } : {};
  },
  loader: needTexts('editing'),
  component: lazyRouteComponent(
    pageCode(() => import('./edit-page.tsx')),
    'NewAudiencePage',
  ),
});

const editRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audiences/$id/edit',
  loader: needTexts('editing'),
  component: lazyRouteComponent(
    pageCode(() => import('./edit-page.tsx')),
    'EditAudiencePage',
  ),
});

/** The pages on which audiences are made and changed. */
export const audienceEditRoutes = [newRoute, editRoute] as const;
