import type { ProfileView } from '../../src/profile/index.ts';
import type { Stage } from './stage.ts';

/** A page that every check of quality looks at. */
export interface PageUnderTest {
  /** Names its pictures. */
  readonly name: string;
  readonly path: (stage: Stage) => Promise<string>;
  readonly isSignedIn?: boolean;
  /** It shows charts, which are loaded when the page is there. */
  readonly hasCharts?: boolean;
  /** It shows all that can be shown at once, which no visit does: it is not weighed. */
  readonly showsEverything?: true;
}

const at = (name: string, path: string): PageUnderTest => ({ name, path: async () => path });

/** Every page of the interface. A new page is added here. */
export const PAGES: readonly PageUnderTest[] = [
  { ...at('sign-in', '/'), isSignedIn: false },
  at('home', '/?days=28'),
  at('people', '/people'),
  {
    name: 'person',
    async path({ owner }) {
      const order = { identity: 'email:sarah.keller@example.com' };
      const { body } = await owner.call<ProfileView>('POST', '/api/people/find', order);
      return `/people/${body.id}`;
    },
  },
  at('audiences', '/audiences'),
  at('audience', '/audiences/customers?with=%5B%22big-spenders%22%5D'),
  at('audience-new', '/audiences/new'),
  at('audience-edit', '/audiences/big-spenders/edit'),
  at('audience-members', '/audiences/customers?tab=members'),
  at('audience-versions', '/audiences/customers?tab=versions'),
  at('analysis', '/analysis'),
  { ...at('workspace', '/analysis/trading-overview'), hasCharts: true },
  at('catalog', '/catalog'),
  at('catalog-stores', '/catalog?sheet=stores'),
  {
    name: 'product',
    async path({ owner }) {
      const { body } = await owner.call<{ products: { id: string }[] }>(
        'GET',
        '/api/catalog/products?limit=1',
      );
      return `/catalog/${body.products[0]!.id}`;
    },
  },
  ...['sources', 'general', 'identity', 'quarantine', 'users', 'tokens', 'labels', 'audit', 'system'].map(
    (section) => at(`settings-${section}`, `/settings/${section}`),
  ),
];
